import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postUndo } from '../../api/generated/sdk.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify, useProblemWords } from '../../shared/ui/index.ts';
import { useChangeWords } from './use-change-words.ts';

/** Takes back the newest change of the data, and says which it was. */
export function useUndo(): () => void {
  const { t } = useTranslation('data');
  const words = useProblemWords();
  const changeWords = useChangeWords();
  const { mutate } = useMutation({
    mutationFn: () => ask(postUndo()),
    onSuccess: ({ undone }) => notify({ message: t('undone', { what: changeWords(undone) }) }),
    onError: (error) => notify({ message: words(error).message, isError: true }),
  });
  return mutate;
}
