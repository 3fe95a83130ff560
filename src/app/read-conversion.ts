import { column, countOf, countWhere, max, min, named, select } from '../base/sql/index.ts';
import { type Field, isUnconverted, type TableName } from '../stages/dataset/index.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** How the sums of one field were converted. */
export interface FieldConversion {
  readonly table: TableName;
  readonly field: string;
  /** The currency they are in now. */
  readonly to: string;
  /** Sums that were converted, and sums for which no rate is known. */
  readonly converted: number;
  readonly left: number;
  /** The oldest and the newest rate that was used. */
  readonly rates: { readonly first: string; readonly last: string };
}

/** What was converted of a field; null when nothing was. */
export async function readConversion(
  workspace: Pick<Workspace, 'engine'>,
  { tables }: Pick<CurrentData, 'tables'>,
  field: Field,
): Promise<FieldConversion | null> {
  const from = tables[field.table];
  const to = field.converted;
  if (to === undefined || from === undefined) return null;
  const on = column(`${field.name}_rate_on`);
  const left = field.mixedCurrency ? [named(countWhere(isUnconverted(field, to)), 'left')] : [];
  const columns = [named(countOf(on), 'converted'), named(min(on), 'first'), named(max(on), 'last'), ...left];
  const [row] = await workspace.engine.rows(select({ columns, from }));
  if (Number(row?.converted) === 0) return null;
  return {
    table: field.table,
    field: field.name,
    to,
    converted: Number(row?.converted),
    left: Number(row?.left ?? 0),
    rates: { first: String(row?.first), last: String(row?.last) },
  };
}
