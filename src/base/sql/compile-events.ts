import type { ResolvedCondition } from '../expr/index.ts';
import { column } from './columns.ts';
import { eq, ge, isIn, isNotNull, isNull, le } from './comparisons.ts';
import type { Grouped } from './compile-grouped.ts';
import { boolean, date, integer, nullOf, number, text } from './literals.ts';
import { and, caseWhen, not, or, when } from './logic.ts';
import type { CaseBranch, SqlExpr } from './types.ts';

type Tool = Extract<ResolvedCondition, { op: 'tool' }>;
type Signal = Extract<ResolvedCondition, { op: 'signal' }>;

/** The grouped tables that tools and signals read; null where there is none. */
export interface EventTables {
  readonly technologies: Grouped | null;
  readonly signals: Grouped | null;
  readonly coverage: Grouped | null;
}

const UNKNOWN = nullOf('boolean');
const RECENT = 3;
const UNDATED = 2;
const OLD = 1;

/** Use of a tool as three-valued SQL: listed, else no where it was looked for, else unknown. */
export function compileTool(tool: Tool, tables: EventTables): SqlExpr {
  const listed = tables.technologies === null ? [] : listedBranches(tool, tables.technologies);
  const inUse = orCovered(listed, isCovered(tool, null, tables.coverage));
  return tool.negated ? not(inUse) : inUse;
}

function listedBranches({ technologies, categories, since }: Tool, table: Grouped): readonly CaseBranch[] {
  const filter = and([
    ...(technologies === null ? [] : [isIn(column('technology'), technologies)]),
    ...(categories === null ? [] : [isIn(column('category'), categories)]),
  ]);
  if (since === null)
    return [when(table.ask({ fn: 'boolOr', args: [boolean(true)], filter }), boolean(true))];
  const seen = column('first_seen');
  const age = caseWhen(
    [when(ge(seen, date(since)), integer(RECENT)), when(isNull(seen), integer(UNDATED))],
    integer(OLD),
  );
  const newest = table.ask({ fn: 'max', args: [age], filter });
  return [
    when(eq(newest, integer(RECENT)), boolean(true)),
    when(eq(newest, integer(UNDATED)), UNKNOWN),
    when(eq(newest, integer(OLD)), boolean(false)),
  ];
}

/** A signal as three-valued SQL, with the day of the newest event for which it holds. */
export function compileSignal(
  signal: Signal,
  tables: EventTables,
): { readonly truth: SqlExpr; readonly latest: SqlExpr } {
  const covered = isCovered(signal, signal.since, tables.coverage);
  if (tables.signals === null) return { truth: orCovered([], covered), latest: nullOf('date') };
  const happened = and(happenedParts(signal));
  const { minStrength } = signal;
  const strength = column('strength');
  const strong = minStrength === null ? happened : and([happened, ge(strength, number(minStrength))]);
  const latest = tables.signals.ask({ fn: 'max', args: [column('observed_on')], filter: strong });
  const branches = [when(isNotNull(latest), boolean(true))];
  if (minStrength !== null) {
    const unrated = and([happened, isNull(strength)]);
    branches.push(
      when(tables.signals.ask({ fn: 'boolOr', args: [boolean(true)], filter: unrated }), UNKNOWN),
    );
  }
  return { truth: orCovered(branches, covered), latest };
}

function happenedParts({ kind, abouts, since, until }: Signal): readonly SqlExpr[] {
  const day = column('observed_on');
  return [
    eq(column('kind'), text(kind)),
    ...(abouts === null ? [] : [isIn(column('about'), abouts)]),
    ...(since === null ? [] : [ge(day, date(since))]),
    le(day, date(until)),
  ];
}

/** Whether what was asked about was looked for; false when that is known of no account, true when of all. */
function isCovered(
  { scopes, coveredEverywhere }: Tool | Signal,
  since: string | null,
  coverage: Grouped | null,
): SqlExpr | boolean {
  if (coveredEverywhere || coverage === null) return coveredEverywhere;
  const scoped = isIn(column('scope'), scopes);
  const checked = column('checked_on');
  const filter = since === null ? scoped : and([scoped, or([isNull(checked), ge(checked, date(since))])]);
  return coverage.ask({ fn: 'boolOr', args: [boolean(true)], filter });
}

function orCovered(branches: readonly CaseBranch[], covered: SqlExpr | boolean): SqlExpr {
  if (covered === true) return branches.length === 0 ? boolean(false) : caseWhen(branches, boolean(false));
  if (covered === false) return branches.length === 0 ? UNKNOWN : caseWhen(branches, UNKNOWN);
  return caseWhen([...branches, when(covered, boolean(false))], UNKNOWN);
}
