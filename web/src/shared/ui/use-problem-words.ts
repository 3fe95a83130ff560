import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/index.ts';

/** What went wrong and what to do next, in the language in use. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy: string;
}

/** Words for an error: those of the catalogue `errors` for its code, else those of the server. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t } = useTranslation(['errors', 'common']);
  return (error) => {
    if (!(error instanceof ProblemError))
      return { message: t('common:broken'), remedy: error instanceof Error ? error.message : '' };
    const { code, params, title, remedy } = error.problem;
    if (code === 'http.no-answer')
      return { message: t('common:noAnswer'), remedy: t('common:noAnswerRemedy') };
    const key = code.replace('.', '_');
    return {
      message: t(`errors:${key}.message`, { ...params, defaultValue: title }),
      remedy: t(`errors:${key}.remedy`, { ...params, defaultValue: remedy }),
    };
  };
}
