import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postBelief } from '../../api/generated/sdk.gen.ts';
import type { PostBeliefData } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify } from '../../shared/ui/index.ts';

/** Says a belief: a condition as a page writes it, or a pattern found. */
export function useBelieve(onSaid: () => void = () => undefined) {
  const { t } = useTranslation('patterns');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PostBeliefData['body']) => ask(postBelief({ body })),
    onSuccess: async () => {
      onSaid();
      await client.invalidateQueries();
      notify({ message: t('belief.saved') });
    },
  });
}
