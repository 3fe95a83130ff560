import {
  asc,
  column,
  count,
  desc,
  gt,
  isIn,
  isNotNull,
  lt,
  named,
  number,
  or,
  rowNumber,
  type SqlRelation,
  select,
  subquery,
} from '../../base/sql/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { inWords, shareWords } from './number-words.ts';
import { outlierFences } from './outlier-fences.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

const fewestValues = 20;
const shown = 5;
const mostDistinct = 1_000;

/** Numbers far from all others: usually a slip of the decimal mark, or a figure in another unit. */
export async function numberFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  const table = data.tables[field.table];
  const counted = field.kind === 'number' || (field.kind === 'money' && !field.mixedCurrency);
  if (!counted || table === undefined) return [];
  const quartiles = await readQuartiles(workspace, table, field.name);
  const fences = quartiles === null ? null : outlierFences(quartiles);
  if (quartiles === null || fences === null) return [];
  const far = await readBeyond(workspace, table, { name: field.name, ...fences });
  if (far.length === 0) return [];
  const rows = far.reduce((sum, each) => sum + each.rows, 0);
  const [low, high] = [quartiles.low, quartiles.high].map((value) => inWords(value));
  return [
    toFinding({
      kind: 'outliers',
      table: field.table,
      field: field.name,
      count: rows,
      of: quartiles.values,
      examples: far.slice(0, shown).map((each) => `\`${inWords(each.value)}\` (${inWords(each.rows)})`),
      message: `${shareWords(rows, quartiles.values)} values of \`${field.name}\` far from all others (half of them lie between ${low} and ${high}): check unit and decimal mark in the source`,
      fix: null,
    }),
  ];
}

interface Quartiles {
  readonly low: number;
  readonly high: number;
  readonly values: number;
}

async function readQuartiles(
  workspace: Workspace,
  table: SqlRelation,
  name: string,
): Promise<Quartiles | null> {
  const value = column(name);
  const known = isNotNull(value);
  const [counted] = await workspace.engine.rows(
    select({ columns: [named(count(), 'values')], from: table, where: known }),
  );
  const values = Number(counted?.values ?? 0);
  if (values < fewestValues) return null;
  const places = [Math.ceil(values / 4), Math.ceil((3 * values) / 4)];
  const placed = select({
    columns: [named(value, 'value'), named(rowNumber({ orderBy: [asc(value)] }), 'place')],
    from: table,
    where: known,
  });
  const rows = await workspace.engine.rows(
    select({
      columns: [column('value')],
      from: subquery(placed, 'p'),
      where: isIn(column('place'), places, 'integer'),
      orderBy: [asc(column('place'))],
    }),
  );
  const [low = 0, high = 0] = rows.map((row) => Number(row.value));
  return { low, high, values };
}

async function readBeyond(
  workspace: Workspace,
  table: SqlRelation,
  { name, low, high }: { readonly name: string; readonly low: number; readonly high: number },
): Promise<readonly { readonly value: number; readonly rows: number }[]> {
  const value = column(name);
  const rows = await workspace.engine.rows(
    select({
      columns: [named(value, 'value'), named(count(), 'rows')],
      from: table,
      where: or([lt(value, number(low)), gt(value, number(high))]),
      groupBy: [value],
      orderBy: [desc(value)],
      limit: mostDistinct,
    }),
  );
  return rows.map((row) => ({ value: Number(row.value), rows: Number(row.rows) }));
}
