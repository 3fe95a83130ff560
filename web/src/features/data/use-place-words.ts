import { useTranslation } from 'react-i18next';
import type { PlaceWords } from './places.ts';

/** The names of tables and fields in the language in use; attributes of one's own keep the name of their column. */
export function usePlaceWords(): PlaceWords {
  const { t } = useTranslation(['data', 'fields']);
  return {
    leaveOut: t('place.leaveOut'),
    own: (name) => t('place.own', { name }),
    thisColumn: t('place.thisColumn'),
    table: (table) => t(`table.${table}`),
    field: ({ table, name, label, custom }) =>
      custom
        ? label
        : t(`field.${table}.${name}`, { defaultValue: t(`fields:${name}`, { defaultValue: label }) }),
  };
}
