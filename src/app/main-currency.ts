import { asc, column, count, desc, isNotNull, named, select } from '../base/sql/index.ts';
import type { TableName } from '../stages/dataset/index.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** The commonest currency of a field that holds several, and how many of its sums are in it. */
export interface MainCurrency {
  readonly field: string;
  readonly label: string;
  readonly currency: string;
  readonly known: number;
  readonly of: number;
}

/** The commonest currency of each field of a table that mixes currencies: sums in another one cannot be compared. */
export async function mainCurrencies(
  workspace: Workspace,
  data: CurrentData,
  table: TableName,
): Promise<readonly MainCurrency[]> {
  const from = data.tables[table];
  const mixed = data.fields.filter((field) => field.table === table && field.mixedCurrency);
  if (from === undefined) return [];
  const found = await Promise.all(
    mixed.map(async ({ name, label }) => {
      const currency = column(`${name}_currency`);
      const rows = await workspace.engine.rows(
        select({
          columns: [named(currency, 'currency'), named(count(), 'n')],
          from,
          where: isNotNull(column(name)),
          groupBy: [currency],
          orderBy: [desc(count()), asc(currency)],
        }),
      );
      const first = rows.find((row) => row.currency !== null);
      const of = rows.reduce((sum, row) => sum + Number(row.n), 0);
      const known = Number(first?.n ?? 0);
      return first === undefined ? [] : [{ field: name, label, currency: String(first.currency), known, of }];
    }),
  );
  return found.flat();
}
