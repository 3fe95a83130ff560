import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addPattern, undoLine } from '../../api/generated/sdk.gen.ts';
import type { AddedPattern, AddPatternData, Contrast } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify } from '../../shared/ui/index.ts';

type Addition = AddPatternData['body']['addition'];

/** Adding a pattern to the page. */
export interface AddingLine {
  readonly add: (addition: Addition) => void;
  readonly isAdding: boolean;
  /** What became of it when it was not added: lines that ask about the same, or that it stands there already. */
  readonly answer: AddedPattern | null;
  readonly error: Error | null;
  readonly reset: () => void;
}

/** Adds a pattern to the page, with a way back. */
export function useAddLine(id: string, contrast: Contrast): AddingLine {
  const { t } = useTranslation(['patterns', 'common']);
  const client = useQueryClient();
  const { mutate, isPending, data, error, reset } = useMutation({
    mutationFn: (addition: Addition) =>
      ask(addPattern({ path: { id }, body: { contrast, profile: null, addition } })),
    onSuccess: async (added) => {
      if (added.kind !== 'added') return;
      await client.invalidateQueries();
      const { profile, from: version } = added;
      const run = () =>
        void ask(undoLine({ body: { profile, version } })).then(() => client.invalidateQueries());
      const words = { page: profile, points: added.line.points, version: added.saved?.version };
      notify({ message: t(`add.done.${added.line.place}`, words), undo: { label: t('common:undo'), run } });
    },
  });
  return { add: mutate, isAdding: isPending, answer: data ?? null, error, reset };
}
