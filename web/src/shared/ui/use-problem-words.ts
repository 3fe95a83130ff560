import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/index.ts';
import { useSpeech } from '../i18n/index.ts';
import { errorWords } from '../words/index.ts';

/** What went wrong and what to do next, in the language in use. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy: string;
}

/** Words for an error: those of the catalogue `errors` for its code, else those of the server. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t } = useTranslation('common');
  const speech = useSpeech();
  return (error) => {
    if (!(error instanceof ProblemError))
      return { message: t('common:broken'), remedy: error instanceof Error ? error.message : '' };
    if (error.problem.code === 'http.no-answer')
      return { message: t('common:noAnswer'), remedy: t('common:noAnswerRemedy') };
    return errorWords(speech, error.problem);
  };
}
