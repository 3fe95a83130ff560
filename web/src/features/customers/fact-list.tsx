import { useTranslation } from 'react-i18next';
import classes from './facts.module.css';

interface FactRow {
  readonly what: readonly (string | null)[];
  readonly more: string | null;
  readonly on: string;
}

interface FactListProps {
  readonly title: string;
  readonly total: number;
  readonly rows: readonly FactRow[];
}

/** A short list of what happened at a customer; nothing where nothing is known. */
export function FactList({ title, total, rows }: FactListProps) {
  const { t } = useTranslation('customers');
  if (total === 0) return null;
  const keyed = rows.map((row, key) => ({ ...row, key }));
  return (
    <section>
      <h3 className={classes.title}>
        {title} <span className={classes.count}>{total}</span>
      </h3>
      <ul className={classes.events}>
        {keyed.map(({ key, what, more, on }) => (
          <li key={key}>
            <span>{what.filter((part) => part !== null && part !== '').join(' · ')}</span>
            <span className={classes.more}>{more}</span>
            <span className={classes.on}>{on}</span>
          </li>
        ))}
        {total > rows.length ? (
          <li>{t('change.more', { count: total - rows.length, shown: total - rows.length })}</li>
        ) : null}
      </ul>
    </section>
  );
}
