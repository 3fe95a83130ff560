import { call, column, count, named, parquet, select, text } from '../../base/sql/index.ts';
import type { MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { stagedColumn } from './staged-column.ts';

/** Says in how many rows a cell names several accounts: the first is taken, as rows never multiply. */
export async function severalAccounts(
  scratch: Scratch,
  { staged, mapping }: MappedFile,
): Promise<readonly string[]> {
  const reference = mapping.columns.find(
    ({ field, ignored, format }) => field === 'account_id' && !ignored && format.separator !== null,
  );
  const separator = reference?.format.separator ?? null;
  if (reference === undefined || separator === null) return [];
  const where = call('matches', column(stagedColumn(staged, reference.column)), text(`${separator} *[^ ]`));
  const query = select({ columns: [named(count(), 'n')], from: parquet(staged.path), where });
  const [row] = await scratch.engine.rows(query);
  const n = Number(row?.n ?? 0);
  if (n === 0) return [];
  const rows = n === 1 ? '1 row' : `${n} rows`;
  return [`\`${reference.column}\` names several accounts in ${rows}: the first of them is taken.`];
}
