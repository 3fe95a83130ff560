import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { isMeasured, type SheetModel } from '../model/sheet-model.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import classes from './sheet.module.css';

const example = {
  snapshot: '',
  best: { n: 72, of: 100 },
  rest: { n: 25, of: 100 },
  unknown: 0,
  lift: 1.5,
  interval: [1.03, 1.9] as [number, number],
  pAdjusted: 0,
  verdict: 'supported' as const,
  needMore: null,
};

/** How to read the marks, and the day. */
export function SheetFoot({ model, children }: { readonly model: SheetModel; readonly children: ReactNode }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  return (
    <footer className={classes.foot}>
      {children}
      {isMeasured(model.profile) ? (
        <p>
          <EvidenceMark evidence={example} label={t('sheet.legendMark')} /> {t('sheet.legend')}
        </p>
      ) : (
        <p>{t(`sheet.statusWords.${model.profile.status}`)}</p>
      )}
      <p>{t('sheet.asOf', { day: format.day(model.head.asOf) })}</p>
    </footer>
  );
}
