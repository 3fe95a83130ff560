import type { ResolvedCondition } from '../expr/index.ts';
import { compileSignal, compileTool, type EventTables } from './compile-events.ts';
import { type Grouped, groupByAccount } from './compile-grouped.ts';
import { compileGrowth } from './compile-growth.ts';
import { compileMember } from './compile-member.ts';
import type { ConditionSources } from './compile-sources.ts';
import { compileDates, compileWindow } from './compile-window.ts';
import { nullOf } from './literals.ts';
import { and } from './logic.ts';
import type { SqlExpr, SqlRelation } from './types.ts';

/** Conditions as SQL over one relation with one row per account. */
export interface CompiledConditions {
  /** Accounts, with one grouped pass over each further table beside them; columns added begin with `__`. */
  readonly from: SqlRelation;
  /** One three-valued boolean per condition, equal to `evaluate` on every record. */
  readonly truths: readonly SqlExpr[];
  /** Per signal condition the day of its newest matching event (null when none); null for other conditions. */
  readonly latest: readonly (SqlExpr | null)[];
}

interface Tables extends EventTables {
  readonly observations: Grouped | null;
}

/**
 * Compiles resolved conditions into SQL that reads each table once, whatever their number. Account columns are named
 * without a table, so they can stand beside the truths in a select over `from`.
 *
 * @example
 * const { from, truths } = compileConditions(conditions, sources);
 * const query = select({ columns: [column('account_id'), ...truths.map((t, i) => named(t, `c${i}`))], from });
 */
export function compileConditions(
  conditions: readonly ResolvedCondition[],
  sources: ConditionSources,
): CompiledConditions {
  const tables = groupTables(sources);
  const compiled = conditions.map((condition) => compile(condition, sources, tables));
  const grouped = [tables.technologies, tables.signals, tables.coverage, tables.observations];
  return {
    from: grouped.reduce((from, table) => table?.joinTo(from) ?? from, sources.accounts),
    truths: compiled.map(({ truth }) => truth),
    latest: compiled.map(({ latest }) => latest),
  };
}

function groupTables(sources: ConditionSources): Tables {
  const group = (source: SqlRelation | null, name: string) =>
    source === null ? null : groupByAccount(source, name);
  return {
    technologies: group(sources.technologies, 'technologies'),
    signals: group(sources.signals, 'signals'),
    coverage: group(sources.coverage, 'coverage'),
    observations: group(sources.observations, 'observations'),
  };
}

function compile(
  condition: ResolvedCondition,
  sources: ConditionSources,
  tables: Tables,
): { readonly truth: SqlExpr; readonly latest: SqlExpr | null } {
  if (condition.op === 'signal') return compileSignal(condition, tables);
  return { truth: compileTruth(condition, sources, tables), latest: null };
}

function compileTruth(
  condition: Exclude<ResolvedCondition, { op: 'signal' }>,
  sources: ConditionSources,
  tables: Tables,
): SqlExpr {
  if (condition.op === 'tool') return compileTool(condition, tables);
  if (condition.op === 'growth') return compileGrowth(condition, tables.observations);
  if (condition.op === 'all')
    return and(condition.conditions.map((part) => compile(part, sources, tables).truth));
  const shape = sources.shapeOf(condition.field);
  if (shape === null) return nullOf('boolean');
  if (condition.op === 'member') return compileMember(condition, shape);
  return condition.op === 'window' ? compileWindow(condition, shape) : compileDates(condition, shape);
}
