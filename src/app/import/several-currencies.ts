import { column, count, isNull, named, parquet, select } from '../../base/sql/index.ts';
import type { Scratch } from './scratch.ts';
import type { WrittenParts } from './write-parts.ts';

/** Says of how many accounts the purchases are in several currencies, so that nobody knows what they are worth. */
export async function severalCurrencies(
  scratch: Scratch,
  { parts, fields }: WrittenParts,
): Promise<readonly string[]> {
  const value = fields.find(({ table, name }) => table === 'customers' && name === 'purchase_value');
  if (value?.mixedCurrency !== true || parts.customers === undefined) return [];
  const from = parquet(scratch.store.filePath(parts.customers));
  const unknown = select({ columns: [named(count(), 'n')], from, where: isNull(column('purchase_value')) });
  const [row] = await scratch.engine.rows(unknown);
  const n = Number(row?.n ?? 0);
  if (n === 0) return [];
  const [accounts, whose] = n === 1 ? ['1 account', 'its'] : [`${n} accounts`, 'their'];
  return [
    `${accounts} bought in several currencies: what ${whose} purchases are worth is unknown, as no rate of theirs is known.`,
  ];
}
