import { groupBy } from './group-by.ts';
import type { Row } from './types.ts';

/** The rows of each account, by its id as text, in their order. */
export function groupByAccount(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return groupBy(rows, (row) => String(row.account_id));
}
