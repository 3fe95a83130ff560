import { type ObjectRow, objectRows } from './object-rows.ts';
import type { SalesforceAccount } from './salesforce-account.ts';
import type { SoqlQuery } from './soql.ts';

/** The numbers of the records that a query finds, in its order; deleted ones only with `queryAll`. */
export function runSoql(account: SalesforceAccount, query: SoqlQuery, all: boolean): readonly number[] {
  const rows = objectRows(account, query.object);
  const found: { readonly row: number; readonly keys: readonly (string | number | null)[] }[] = [];
  for (let row = 0; row < rows.count; row++) {
    const record = rows.read(row);
    if (record === null || (record.isDeleted && !all) || !query.holds(record)) continue;
    found.push({ row, keys: keysOf(query, record) });
  }
  if (query.order.length > 0) found.sort((a, b) => compareKeys(query, a.keys, b.keys) || a.row - b.row);
  const numbers = found.map(({ row }) => row);
  return query.limit === null ? numbers : numbers.slice(0, query.limit);
}

function keysOf(query: SoqlQuery, record: ObjectRow): readonly (string | number | null)[] {
  return query.order.map(({ read }) => read(record));
}

type Keys = readonly (string | number | null)[];

/** Empty values come first. */
function compareKeys(query: SoqlQuery, a: Keys, b: Keys): number {
  for (const [i, { isDescending }] of query.order.entries()) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    const isLess = x === null || (y !== null && x < y);
    return isLess === isDescending ? 1 : -1;
  }
  return 0;
}
