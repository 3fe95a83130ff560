import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { patchField, postImport, putRates } from '../../api/generated/sdk.gen.ts';
import type {
  AskedImport,
  FieldChange,
  FieldDecision,
  PatchFieldData,
} from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { keepJob } from '../../shared/jobs/index.ts';
import { notify, useProblemWords } from '../../shared/ui/index.ts';
import { sendFile } from './send-file.ts';
import { useUndo } from './use-undo.ts';

/** The table of a field, as an address names it. */
export type FieldTable = PatchFieldData['path']['table'];

/** Tells why something could not be done. */
function useTellError(): (error: Error) => void {
  const words = useProblemWords();
  return (error) => {
    const { message, remedy } = words(error);
    notify({ message: `${message} ${remedy}`.trim(), isError: true });
  };
}

/** Decides about one field; what it changed is told with the way back. */
export function useDecide(table: FieldTable, field: string) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const undo = useUndo();
  const onError = useTellError();
  const told = ({ commit, joined, emptied }: FieldChange) => {
    if (commit === null) return t('fixed.already');
    if (joined > 0) return t('fixed.joined', { count: joined, shown: format.number(joined) });
    if (emptied > 0) return t('fixed.emptied', { count: emptied, shown: format.number(emptied), field });
    return t('fixed.field', { field });
  };
  return useMutation({
    mutationFn: (body: FieldDecision) => ask(patchField({ path: { table, field }, body })),
    onSuccess: (change) =>
      notify({
        message: told(change),
        ...(change.commit === null
          ? {}
          : { undo: { label: t('common:undo'), run: () => undo(change.commit) } }),
      }),
    onError,
  });
}

/** Reads a kept file again under a decision. */
export function useImportAgain() {
  const client = useQueryClient();
  const onError = useTellError();
  return useMutation({
    mutationFn: (body: AskedImport) => ask(postImport({ body })),
    onSuccess: (job) => keepJob(client, job),
    onError,
  });
}

/** Takes a table of rates into force, or the one in force away. */
export function useRates() {
  const { t } = useTranslation(['data', 'common']);
  const undo = useUndo();
  const onError = useTellError();
  return useMutation({
    mutationFn: async ({ file, base }: { readonly file: File | null; readonly base: string | null }) => {
      const upload = file === null ? null : await sendFile(file, () => undefined).done;
      return ask(putRates({ body: { upload: upload?.id ?? null, base } }));
    },
    onSuccess: ({ base, commit }) =>
      notify({
        message: base === null ? t('fixed.ratesOff') : t('fixed.rates', { base }),
        undo: { label: t('common:undo'), run: () => undo(commit) },
      }),
    onError,
  });
}
