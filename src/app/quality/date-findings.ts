import {
  and,
  asc,
  column,
  count,
  date,
  desc,
  gt,
  isNotNull,
  le,
  lt,
  named,
  ne,
  or,
  type Row,
  type SqlExpr,
  select,
  text,
} from '../../base/sql/index.ts';
import {
  type Field,
  oldestDay,
  suspectDays,
  suspiciousDates,
  type TextCount,
} from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { FieldDecision } from '../fields/index.ts';
import type { Workspace } from '../workspace.ts';
import { fieldFix, noFix } from './fixes.ts';
import { withFix } from './to-finding.ts';
import type { Finding } from './types.ts';

const mostDays = 500;

/** Dates that are hardly real: placeholders, long ago, still to come, or the same for many rows. */
export async function dateFindings(
  workspace: Workspace,
  data: CurrentData,
  { field, asOf }: { readonly field: Field; readonly asOf: string },
): Promise<readonly Finding[]> {
  if (field.kind !== 'date') return [];
  const values = await readDays(workspace, data, { field, asOf });
  const { table, name } = field;
  const read = { table, field: name, values, of: field.coverage.known };
  const options = { asOf, mayBeLater: mayBeLater(data, field) };
  const mend = emptyDays(suspectDays(read, options), asOf);
  return withFix(suspiciousDates(read, options), mend === null ? noFix : fieldFix(data, field, mend));
}

/** A decision that makes the days unknown; a day with many rows may be right and is left alone. */
function emptyDays(days: ReturnType<typeof suspectDays>, asOf: string): FieldDecision | null {
  const has = (why: string) => days.some((day) => day.why === why);
  const between = { low: has('early') ? oldestDay : null, high: has('future') ? asOf : null };
  const unknown = days.filter(({ why }) => why === 'placeholder').map(({ value }) => value);
  const isOpen = between.low === null && between.high === null;
  if (isOpen && unknown.length === 0) return null;
  return { ...(isOpen ? {} : { between }), ...(unknown.length === 0 ? {} : { unknown }) };
}

/** An end agreed for later, a date of one's own such as a renewal, and the closing that an open deal expects. */
function mayBeLater(data: CurrentData, { table, name, custom }: Field): boolean {
  const expected = table === 'deals' && name === 'closed_on' && data.field('deals', 'outcome') === null;
  return custom || name === 'ended_on' || expected;
}

/** The commonest days, and the commonest of those long ago or still to come. */
async function readDays(
  workspace: Workspace,
  data: CurrentData,
  { field, asOf }: { readonly field: Field; readonly asOf: string },
): Promise<readonly TextCount[]> {
  const day = column(field.name);
  const real = happened(data, field, asOf);
  const odd = or([lt(day, date(oldestDay)), gt(day, date(asOf))]);
  const [common, far] = await Promise.all([
    countDays(workspace, data, { field, where: and([isNotNull(day), ...real]) }),
    countDays(workspace, data, { field, where: and([odd, ...real]) }),
  ]);
  const days = new Map([...common, ...far].map((row) => [String(row.day), Number(row.rows)]));
  return [...days].map(([value, rows]) => ({ value, count: rows }));
}

function happened(data: CurrentData, { table, name }: Field, asOf: string): readonly SqlExpr[] {
  if (table !== 'deals' || name !== 'closed_on' || data.field('deals', 'outcome') === null) return [];
  return [or([ne(column('outcome'), text('open')), le(column(name), date(asOf))])];
}

async function countDays(
  workspace: Workspace,
  data: CurrentData,
  { field, where }: { readonly field: Field; readonly where: SqlExpr },
): Promise<readonly Row[]> {
  const from = data.tables[field.table];
  if (from === undefined) return [];
  const day = column(field.name);
  return workspace.engine.rows(
    select({
      columns: [named(day, 'day'), named(count(), 'rows')],
      from,
      where,
      groupBy: [day],
      orderBy: [desc(count()), asc(day)],
      limit: mostDays,
    }),
  );
}
