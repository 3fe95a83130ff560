import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../words/index.ts';

/** Labels of fields by their column names. */
export type Labels = Readonly<Record<string, string>>;

const noLabels: Labels = {};

/**
 * All that the functions of `shared/words` need to say things in the language in use.
 *
 * @param labels what the files call their fields; one without a label is called by its column name, with spaces. In other
 *   languages than English the common fields have names of the catalogue
 */
export function useSpeech(labels: Labels = noLabels): Speech {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      t: (key, values) => t(key, { ...values }),
      language,
      labelOf: (field) => {
        const label = labels[field] ?? field.replaceAll('_', ' ');
        return language === 'en' && field in labels ? label : t(`fields:${field}`, { defaultValue: label });
      },
    }),
    [t, language, labels],
  );
}
