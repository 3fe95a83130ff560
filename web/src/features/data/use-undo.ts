import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postUndo } from '../../api/generated/sdk.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify, useProblemWords } from '../../shared/ui/index.ts';
import { useChangeWords } from './use-change-words.ts';

/** Takes back a change of the data while it is the newest one, and says which it was; null takes the newest. */
export function useUndo(): (commit: number | null) => void {
  const { t } = useTranslation('data');
  const words = useProblemWords();
  const changeWords = useChangeWords();
  const { mutate } = useMutation({
    mutationFn: (commit: number | null) => ask(postUndo({ body: { commit } })),
    onSuccess: ({ undone }) => notify({ message: t('undone', { what: changeWords(undone) }) }),
    onError: (error) => notify({ message: words(error).message, isError: true }),
  });
  return mutate;
}
