import type { ResolvedCondition } from '../expr/index.ts';
import { compileSignal, compileTool } from './compile-events.ts';
import { type Grouped, groupByAccount } from './compile-grouped.ts';
import { compileGrowth } from './compile-growth.ts';
import { compileMember } from './compile-member.ts';
import type { ConditionSources, FieldShape } from './compile-sources.ts';
import { compileDates, compileWindow } from './compile-window.ts';
import { type GroupedEvents, groupEvents } from './group-events.ts';
import { byParts, type CompiledTruth, type Outcome, unknownTruth } from './outcomes.ts';
import type { SqlExpr, SqlRelation } from './types.ts';

/** Conditions as SQL over one relation with one row per account. */
export interface CompiledConditions {
  /** Accounts, with what further tables say of each beside them; columns added begin with `__`. */
  readonly from: SqlRelation;
  /** One three-valued boolean per condition, equal to `evaluate` on every record. */
  readonly truths: readonly SqlExpr[];
  /** The same as cases to choose by: cheaper where each way of coming out has its worth. */
  readonly outcomes: readonly Outcome[];
  /** Per signal condition the day of its newest matching event (null when none); null for other conditions. */
  readonly latest: readonly (SqlExpr | null)[];
}

interface Tables {
  readonly sources: ConditionSources;
  readonly events: GroupedEvents;
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
  const { observations } = sources;
  const tables: Tables = {
    sources,
    events: groupEvents(sources),
    observations: observations === null ? null : groupByAccount(observations, 'observations'),
  };
  const compiled = conditions.map((condition) => compile(condition, tables));
  const joined = tables.events.joinTo(sources.accounts);
  return {
    from: tables.observations?.joinTo(joined) ?? joined,
    truths: compiled.map(({ truth }) => truth),
    outcomes: compiled.map(({ outcome }) => outcome),
    latest: compiled.map(({ latest }) => latest ?? null),
  };
}

function compile(
  condition: ResolvedCondition,
  tables: Tables,
): CompiledTruth & { readonly latest?: SqlExpr } {
  switch (condition.op) {
    case 'signal':
      return compileSignal(condition, tables.events);
    case 'tool':
      return compileTool(condition, tables.events);
    case 'growth':
      return compileGrowth(condition, tables.observations);
    case 'all':
      return byParts(condition.conditions.map((part) => compile(part, tables)));
    default:
      return compileField(condition, tables.sources.shapeOf(condition.field));
  }
}

function compileField(
  condition: Extract<
    ResolvedCondition,
    { readonly field: string; readonly op: 'member' | 'window' | 'dates' }
  >,
  shape: FieldShape | null,
): CompiledTruth {
  if (shape === null) return unknownTruth;
  if (condition.op === 'member') return compileMember(condition, shape);
  return condition.op === 'window' ? compileWindow(condition, shape) : compileDates(condition, shape);
}
