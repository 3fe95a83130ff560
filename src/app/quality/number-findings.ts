import {
  column,
  count,
  desc,
  gt,
  lt,
  named,
  number,
  or,
  type SqlRelation,
  select,
} from '../../base/sql/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { fieldFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { outlierFences } from './outlier-fences.ts';
import { readQuantiles } from './read-quantiles.ts';
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
  const oneCurrency = !field.mixedCurrency && field.converted === undefined;
  const counted = field.kind === 'number' || (field.kind === 'money' && oneCurrency);
  if (!counted || table === undefined) return [];
  const { values, at } = await readQuantiles(workspace, {
    from: table,
    name: field.name,
    shares: [0.25, 0.75],
  });
  const [low, high] = at;
  if (values < fewestValues || low === undefined || high === undefined) return [];
  const fences = outlierFences({ low, high });
  if (fences === null) return [];
  const far = await readBeyond(workspace, table, { name: field.name, ...fences });
  if (far.length === 0) return [];
  const rows = far.reduce((sum, each) => sum + each.rows, 0);
  return [
    toFinding({
      kind: 'outliers',
      table: field.table,
      field: field.name,
      count: rows,
      of: values,
      examples: far.slice(0, shown).map((each) => `\`${inWords(each.value)}\` (${inWords(each.rows)})`),
      said: {
        code: 'outliers',
        params: { count: rows, of: values, field: field.name, low, high },
        examples: far.slice(0, shown).map(({ value, rows: times }) => ({ value, rows: times })),
      },
      message: `${shareWords(rows, values)} values of \`${field.name}\` far from all others (half of them lie between ${inWords(low)} and ${inWords(high)}): check unit and decimal mark in the source, or make them unknown`,
      ...fieldFix(data, field, { between: plausible(far, fences) }),
    }),
  ];
}

/** A range without the far values, its ends rounded away from the middle where that keeps them out. */
function plausible(
  far: readonly { readonly value: number }[],
  { low, high }: { readonly low: number; readonly high: number },
): { readonly low: number | null; readonly high: number | null } {
  const above = far.map(({ value }) => value).filter((value) => value > high);
  const below = far.map(({ value }) => value).filter((value) => value < low);
  const end = (fence: number, others: readonly number[], away: 1 | -1) => {
    if (others.length === 0) return null;
    const nearest = Math.min(...others.map((value) => away * value));
    const round = roundAway(fence, away);
    return away * round < nearest ? round : fence;
  };
  return { low: end(low, below, -1), high: end(high, above, 1) };
}

/** Two significant digits, away from the middle. */
function roundAway(value: number, away: 1 | -1): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  const steps = away > 0 ? Math.ceil(value / unit) : Math.floor(value / unit);
  return Number((steps * unit).toPrecision(12));
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
