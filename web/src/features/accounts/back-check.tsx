import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './back-check.module.css';
import { signed } from './words/row-words.ts';
import type { Lines } from './words/use-lines.ts';

/** Without prospects the list is a back-check of customers: it says so, and gives the search that finds prospects. */
export function BackCheck({
  list,
  lines,
  accounts,
}: {
  readonly list: AccountList;
  readonly lines: Lines;
  readonly accounts: number;
}) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { market, fit, timing, anti } = list.lines;
  const counts = fit.toSorted((a, b) => b.points - a.points);
  const hasSearch = [market, fit, timing, anti].some((part) => part.length > 0);
  return (
    <section className={classes.sheet} aria-label={t('backCheck.sheet')}>
      <p className={classes.text}>
        <strong>{t('backCheck.title')}</strong>{' '}
        {t('backCheck.text', { count: accounts, accounts: format.number(accounts) })}
      </p>
      <details className={classes.details} hidden={!hasSearch}>
        <summary>{t('backCheck.sheet')}</summary>
        <div className={classes.columns}>
          <Part title={t('backCheck.must')} items={market.map(({ id }) => lines.label(id))} />
          <Part
            title={t('backCheck.counts')}
            items={counts.map(({ id, points }) => `${signed(points, format)} ${lines.label(id)}`)}
          />
          <Part title={t('backCheck.when')} items={timing.map(({ id }) => lines.label(id))} />
          <Part
            title={t('backCheck.never')}
            items={anti.map(({ id, because }) => `${lines.label(id)} (${because})`)}
          />
        </div>
      </details>
    </section>
  );
}

function Part({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
