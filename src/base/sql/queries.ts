import type { ColumnExpr, NamedExpr, SqlQuery, SqlSelect, SqlUnion } from './types.ts';

/** Parts of a select; whatever is left out is empty. */
export interface SelectParts extends Partial<Omit<SqlSelect, 'kind' | 'columns'>> {
  /** A bare column keeps its own name. */
  readonly columns: readonly (NamedExpr | ColumnExpr)[];
}

/**
 * A select with everything not named left out.
 *
 * @example
 * select({
 *   columns: [column('country'), named(count(), 'accounts')],
 *   from: table('accounts'),
 *   groupBy: [column('country')],
 *   orderBy: [desc(count())],
 * });
 */
export function select(parts: SelectParts): SqlSelect {
  return {
    with: [],
    distinct: false,
    from: null,
    where: null,
    groupBy: [],
    having: null,
    orderBy: [],
    limit: null,
    offset: null,
    ...parts,
    kind: 'select',
    columns: parts.columns.map((item) => ('kind' in item ? { expr: item, as: item.name } : item)),
  };
}

/** All rows of all parts (UNION ALL); the parts give the same columns in the same order. */
export function union(of: readonly SqlQuery[]): SqlUnion {
  return { kind: 'union', of };
}
