import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviseListCard } from '../../../api/generated/sdk.gen.ts';
import type { AccountList, RevisedCard } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import { notify, useProblemWords } from '../../../shared/ui/index.ts';
import type { Tuning } from '../card/preview.ts';
import { bodyOf } from './body-of.ts';

/** After so long without a change the server is asked what it does on held-out customers, in milliseconds. */
const stillMs = 350;

/** What a tuning does on customers that the card had not seen, and a way to keep it. */
export interface Revision {
  /** Null where the page was not validated, and until it is known. */
  readonly heldOut: Extract<RevisedCard, { kind: 'revised' }>['heldOut'];
  readonly isSaving: boolean;
  readonly save: (why: string) => void;
}

/** Tries a tuning on the server, and keeps it as a new version of the page when asked. */
export function useRevision(list: AccountList, tuning: Tuning): Revision {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const words = useProblemWords();
  const body = bodyOf(list, tuning);
  const written = JSON.stringify(body);
  const [still] = useDebouncedValue(written, stillMs);
  const { data } = useQuery({
    queryKey: ['list', 'tried', list.scoring?.run, still],
    queryFn: () => ask(reviseListCard({ body: { ...body, save: false, why: null } })),
    enabled: still === written,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const saving = useMutation({
    mutationFn: (why: string) =>
      ask(reviseListCard({ body: { ...body, save: true, why: why.trim() === '' ? null : why.trim() } })),
    onSuccess: (answer) => {
      if (answer.kind === 'revised' && answer.saved !== null)
        notify({ message: t('tuning.saved', { version: answer.saved.version }) });
      void client.invalidateQueries();
    },
    onError: (error) => notify({ message: words(error).message, isError: true }),
  });
  return {
    heldOut: data?.kind === 'revised' ? data.heldOut : null,
    isSaving: saving.isPending,
    save: saving.mutate,
  };
}
