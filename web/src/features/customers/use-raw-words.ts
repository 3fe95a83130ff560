import { useTranslation } from 'react-i18next';
import type { ComponentName } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';

/** Says what was read of a component: `48 months`, `18 days`, `34,200`. */
export function useRawWords(): (name: ComponentName, raw: number) => string {
  const { t } = useTranslation('customers');
  const format = useFormat();
  return (name, raw) => {
    const rounded = name === 'tenure' ? Math.round(raw) : raw;
    const shown = format.number(rounded, Math.abs(raw) < 10 ? 2 : 0);
    return t(`raw.${name}`, { shown, count: rounded, defaultValue: shown });
  };
}
