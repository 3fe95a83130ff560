import type { FileKind, TableName } from './types.ts';

/** The table that the rows of a file end up in: purchases in the customers, a lookup in none of its own. */
export function tableOfRows(as: FileKind): TableName | null {
  if (as === 'lookup') return null;
  return as === 'transactions' ? 'customers' : as;
}
