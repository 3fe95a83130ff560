import { type AggregateOptions, aggregate } from './aggregates.ts';
import { column, named } from './columns.ts';
import { eq } from './comparisons.ts';
import { or } from './logic.ts';
import { select } from './queries.ts';
import { leftJoin, subquery } from './relations.ts';
import type { NamedExpr, SqlAggregate, SqlExpr, SqlRelation } from './types.ts';

/** One aggregate over the rows of an account that match. */
export interface GroupedAsk {
  readonly fn: SqlAggregate;
  readonly args: readonly SqlExpr[];
  readonly filter: NonNullable<AggregateOptions['filter']>;
}

/** A table of many rows per account, to be read once for all conditions. */
export interface Grouped {
  /** The column that will hold this aggregate, null for an account without a matching row; asking twice is one. */
  readonly ask: (ask: GroupedAsk) => SqlExpr;
  /** Accounts with the asked aggregates beside them; unchanged when nothing was asked. */
  readonly joinTo: (accounts: SqlRelation) => SqlRelation;
}

/** Collects what conditions ask of one table, then groups it once by account over the rows that any of them match. */
export function groupByAccount(source: SqlRelation, name: string): Grouped {
  const asked = new Map<string, NamedExpr>();
  const filters = new Map<string, SqlExpr>();
  const id = `__${name}_id`;
  return {
    ask: ({ fn, args, filter }) => {
      const expr = aggregate(fn, args, { filter });
      const key = JSON.stringify(expr);
      const column_ = asked.get(key) ?? named(expr, `__${name}_${asked.size + 1}`);
      asked.set(key, column_);
      filters.set(JSON.stringify(filter), filter);
      return column(column_.as);
    },
    joinTo: (accounts) => {
      if (asked.size === 0) return accounts;
      const grouped = select({
        columns: [named(column('account_id'), id), ...asked.values()],
        from: source,
        where: or([...filters.values()]),
        groupBy: [column('account_id')],
      });
      return leftJoin(accounts, subquery(grouped, `__${name}`), eq(column('account_id'), column(id)));
    },
  };
}
