import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../words/index.ts';

/** What is needed to say conditions and values; a field is called as the catalogue, else its file, calls it. */
export interface PageSpeech extends Speech {
  readonly labelOf: (field: string, label?: string) => string;
}

/** Labels that the files gave their fields, by field. */
type Labels = ReadonlyMap<string, string>;

const none: Labels = new Map();

/**
 * Says things in the language in use.
 *
 * @param labels what the files call their fields
 */
export function useSpeech(labels: Labels = none): PageSpeech {
  const { t, i18n } = useTranslation(['fields', 'conditions']);
  return useMemo(
    () => ({
      t: (key, values) => t(key, { ...values }),
      language: i18n.language,
      labelOf: (field, label) =>
        t(`fields:${field}`, { defaultValue: label ?? labels.get(field) ?? field.replaceAll('_', ' ') }),
    }),
    [t, i18n.language, labels],
  );
}
