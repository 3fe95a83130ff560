import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteJudgement, postJudgement } from '../../api/generated/sdk.gen.ts';
import type { Judgement, PostJudgementData } from '../../api/generated/types.gen.ts';
import { ask } from '../api/index.ts';
import { notify } from '../ui/index.ts';

type Body = PostJudgementData['body'];

/** Says and takes back what people know of a customer or a pattern; each can be undone. */
export interface Judgements {
  readonly say: (body: Body, onSaid: () => void) => void;
  readonly takeBack: (judgement: Judgement) => void;
  readonly isSaving: boolean;
  readonly error: Error | null;
}

/** What can be done with judgements. */
export function useJudgements(): Judgements {
  const { t } = useTranslation(['judgements', 'common']);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries();
  const undo = (run: () => Promise<unknown>) => ({
    label: t('common:undo'),
    run: () => void run().then(refresh),
  });
  const post = (body: Body) => ask(postJudgement({ body }));
  const remove = (id: number) => ask(deleteJudgement({ path: { id } }));
  const said = useMutation({
    mutationFn: post,
    onSuccess: async ({ id }) => {
      await refresh();
      notify({ message: t('saved'), undo: undo(() => remove(id)) });
    },
  });
  const taken = useMutation({
    mutationFn: (judgement: Judgement) => remove(judgement.id),
    onSuccess: async (was) => {
      await refresh();
      notify({ message: t('takenBack'), undo: undo(() => post(bodyOf(was))) });
    },
  });
  return {
    say: (body, onSaid) => said.mutate(body, { onSuccess: onSaid }),
    takeBack: (judgement) => taken.mutate(judgement),
    isSaving: said.isPending,
    error: said.error ?? taken.error,
  };
}

function bodyOf({ accountId, pattern, team, kind, reason }: Judgement): Body {
  const words = { team, kind, reason } as Pick<Body, 'team' | 'kind' | 'reason'>;
  return accountId === null ? { pattern: pattern ?? '', ...words } : { account: accountId, ...words };
}
