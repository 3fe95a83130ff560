import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/index.ts';
import { useSpeech } from '../i18n/index.ts';
import { errorWords } from '../words/index.ts';

/** What went wrong and what to do next, in the language in use. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy: string;
}

interface Told {
  readonly code: string;
  readonly params: unknown;
  readonly message: string;
  readonly remedy: string;
}

/** A refusal of the server or the error of a job, whichever it is. */
function toldBy(error: unknown): Told | null {
  if (error instanceof ProblemError) return { ...error.problem, message: error.problem.title };
  const isTold = typeof error === 'object' && error !== null && 'code' in error && 'remedy' in error;
  return isTold ? (error as Told) : null;
}

/** Words for an error: those of the catalogue `errors` for its code, else those of the server. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t } = useTranslation('common');
  const speech = useSpeech();
  return (error) => {
    const told = toldBy(error);
    if (told === null)
      return { message: t('common:broken'), remedy: error instanceof Error ? error.message : '' };
    const { code, params, message, remedy } = told;
    if (code === 'http.no-answer')
      return { message: t('common:noAnswer'), remedy: t('common:noAnswerRemedy') };
    const values = (params ?? {}) as Readonly<Record<string, unknown>>;
    return errorWords(speech, { code, params: values, title: message, remedy });
  };
}
