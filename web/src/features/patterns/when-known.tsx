import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { patchField, postUndo } from '../../api/generated/sdk.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify, ProblemNote } from '../../shared/ui/index.ts';
import { useBeliefChoices } from './use-patterns.ts';

/** One word about a field: known before the sale, or only after it; the latter sets it aside at the next look. */
export function WhenKnown({ field }: { readonly field: string }) {
  const { t } = useTranslation(['patterns', 'common']);
  const client = useQueryClient();
  const choices = useBeliefChoices();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (known: 'before' | 'after') => {
      const isOfAccount = choices?.fields.some((one) => one.field === field) ?? true;
      const path = { table: isOfAccount ? 'accounts' : 'deals', field } as const;
      return ask(patchField({ path, body: { known } }));
    },
    onSuccess: async ({ commit }) => {
      await client.invalidateQueries();
      const run = () => void ask(postUndo({ body: { commit } })).then(() => client.invalidateQueries());
      const undo = { label: t('common:undo'), run };
      notify({ message: t('aside.saved'), ...(commit === null ? {} : { undo }) });
    },
  });
  return (
    <div>
      <Group gap="xs">
        {(['before', 'after'] as const).map((known) => (
          <Button
            key={known}
            size="compact-sm"
            variant="default"
            loading={isPending}
            onClick={() => mutate(known)}
          >
            {t(`aside.${known}`)}
          </Button>
        ))}
      </Group>
      <ProblemNote error={error} />
    </div>
  );
}
