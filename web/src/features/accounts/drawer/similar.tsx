import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

/** Agreements and differences that are named of a customer. */
const most = 5;

/** The best customers most alike, with what they share and where they differ. */
export function Similar({ account: { similar }, onOpen }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  if (similar.kind === 'none') return <p className={classes.text}>{t('drawer.noSimilar')}</p>;
  return (
    <>
      <ul className={classes.cards}>
        {similar.customers.map((of) => (
          <li key={of.accountId} className={classes.card}>
            <div className={classes.cardTop}>
              <button type="button" className={classes.link} onClick={() => onOpen(of.accountId)}>
                {of.name ?? of.accountId}
              </button>
              <span className={classes.soft}>
                {[
                  ...(of.rank === null ? [] : [t('drawer.rank', { rank: of.rank })]),
                  ...(of.contractValue === null
                    ? []
                    : [format.money(of.contractValue.value, of.contractValue.currency)]),
                ].join(' · ')}
              </span>
            </div>
            <p className={classes.small}>
              {t('drawer.agrees', { agree: of.agree, known: of.known })}
              {of.since === null ? '' : ` · ${t('drawer.since', { day: format.day(of.since) })}`}
            </p>
            <p className={classes.chips}>
              {of.agreements.slice(0, most).map(({ subject, there, points }) => (
                <span key={subject} className={classes.chip} data-points={points > 0 || undefined}>
                  {subject}: {there}
                </span>
              ))}
              {of.differences.slice(0, 2).map(({ subject, here, there }) => (
                <span key={subject} className={classes.chip} data-differs>
                  {subject}: {here} / {there}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <p className={classes.small}>{t('drawer.compared', { count: similar.compared })}</p>
    </>
  );
}
