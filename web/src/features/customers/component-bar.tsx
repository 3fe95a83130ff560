import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueComponent } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './bars.module.css';
import { useRawWords } from './use-raw-words.ts';

interface BarProps {
  readonly component: ValueComponent;
  readonly percentile: number | null;
  readonly raw: number | null;
  readonly best: boolean;
}

/** Where a customer stands in one component: the longer the better, whichever way is good. */
export function ComponentBar({ component: { name }, percentile, raw, best }: BarProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const words = useRawWords();
  if (percentile === null) {
    return (
      <span className={classes.unknown} title={t('ranking.unknown')}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('ranking.unknown')}</span>
      </span>
    );
  }
  const value = raw === null ? '' : words(name, raw);
  const label = t('ranking.percentile', { value, percentile: format.share(percentile) });
  return (
    <Tooltip label={label} openDelay={120}>
      <span className={classes.cell}>
        <span className="visually-hidden">{label}</span>
        <svg width="100%" height="8" aria-hidden="true" data-best={best}>
          <rect width="100%" height="8" rx="2" className={classes.track} />
          <rect width={`${100 * percentile}%`} height="8" rx="2" className={classes.part} />
        </svg>
      </span>
    </Tooltip>
  );
}
