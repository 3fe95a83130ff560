import { useTranslation } from 'react-i18next';
import type { JoinReport } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './data.module.css';

/** How the references of a file found their accounts; values that found none, with the nearest that exist. */
export function SourceJoins({ joins }: { readonly joins: readonly JoinReport[] }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (joins.length === 0) return null;
  return (
    <ul className={classes.joins}>
      {joins.map((join) => {
        const of = join.matched + join.unmatched;
        const values = { matched: format.number(join.matched), of: format.number(of) };
        return (
          <li key={`${join.column} ${join.to}`}>
            <span className={classes.strong}>{join.column}</span>
            {' → '}
            {join.to === 'accounts' ? t('table.accounts') : join.to}
            {': '}
            <span className="tabular">{t('joins.found', values)}</span>
            {join.unmatched === 0 ? null : (
              <span className={classes.unmatched}>
                {t('joins.lost', { count: join.unmatched, rows: format.number(join.unmatched) })}
                {join.examples.slice(0, 4).map(({ value, count, nearest }) => (
                  <span key={value} className={classes.sample}>
                    {value} <span className={classes.faint}>{format.number(count)}</span>
                    {nearest === null ? null : ` ${t('joins.nearest', { nearest })}`}
                  </span>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
