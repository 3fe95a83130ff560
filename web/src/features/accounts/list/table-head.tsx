import { useTranslation } from 'react-i18next';
import type { Sort } from '../search.ts';
import { type Column, columns } from './columns.ts';
import classes from './table.module.css';

/** How the list is ordered, and how to change that. */
export interface Ordering {
  readonly sort: Sort;
  readonly desc: boolean;
  readonly onSort: (sort: Sort, desc: boolean) => void;
}

/** The heading that stays: a click orders the list, a second one turns it round. */
export function TableHead(ordering: Ordering) {
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      {columns.map((column) => (
        <HeadCell key={column.id} column={column} {...ordering} />
      ))}
    </div>
  );
}

function HeadCell({ column, sort, desc, onSort }: Ordering & { readonly column: Column }) {
  const { t } = useTranslation('accounts');
  const active = column.sorts.find(({ by }) => by === sort);
  const direction = desc ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-column={column.id}
      aria-sort={active === undefined ? undefined : direction}
    >
      {column.sorts.length === 0 ? <span className={classes.plain}>{t(`column.${column.id}`)}</span> : null}
      {column.sorts.map(({ by, startsDown }) => (
        <button
          key={by}
          type="button"
          className={classes.sort}
          data-active={by === sort || undefined}
          onClick={() => onSort(by, by === sort ? !desc : startsDown)}
        >
          {t(`sort.${by}`)}
          <span aria-hidden="true" className={classes.arrow}>
            {by === sort ? (desc ? '↓' : '↑') : ''}
          </span>
        </button>
      ))}
    </div>
  );
}
