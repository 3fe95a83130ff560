import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../words/index.ts';

/** Labels of fields by their column names. */
export type Labels = Readonly<Record<string, string>>;

const noLabels: Labels = {};

/**
 * All that the functions of `shared/words` need to say things in the language in use.
 *
 * @param labels what fields are called; one without a label is called by its column name, with spaces
 */
export function useSpeech(labels: Labels = noLabels): Speech {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      t: (key, values) => t(key, { ...values }),
      language,
      labelOf: (field) => labelOf(field, labels, t),
    }),
    [t, language, labels],
  );
}

/** A label that a file gave stays as it is; the product's own fields are called as the language calls them. */
function labelOf(field: string, labels: Labels, t: TFunction): string {
  const plain = field.replaceAll('_', ' ');
  const label = labels[field] ?? plain;
  return label === plain
    ? t([`conditions:field.${field}`, `fields:${field}`], { defaultValue: label })
    : label;
}
