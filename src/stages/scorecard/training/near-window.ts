import { type Condition, describeCondition } from '../../../base/expr/index.ts';
import { type CandidateField, levelsOf, type Pattern } from '../../discovery/index.ts';

/** A wider window, in words, and who is in it. */
export interface NearWindow {
  readonly condition: Condition;
  readonly label: string;
  readonly answers: Float64Array;
}

/**
 * The window around a window of an ordered field: half as wide again on each side, at least a bin. Null where the pattern is
 * no window or nothing lies around it.
 */
export function nearWindow(fields: readonly CandidateField[], pattern: Pattern): NearWindow | null {
  const field = fields.find(({ id }) => id === pattern.field);
  if (field === undefined || !field.ordered || pattern.conditions.length !== 1) return null;
  const levels = levelsOf(field, pattern.conditions[0]!);
  if (levels === null) return null;
  const wider = widen(field, levels);
  if (wider.length === levels.length || wider.length === nameable(field).length) return null;
  const condition = field.condition(wider);
  const inside = new Set(wider);
  const answers = Float64Array.from(field.codes, (level) =>
    level < 0 ? Number.NaN : Number(inside.has(level)),
  );
  return { condition, label: `${describeCondition(condition, () => field.label)} (near)`, answers };
}

function widen(field: CandidateField, levels: readonly number[]): readonly number[] {
  const named = nameable(field);
  const first = named.indexOf(levels[0]!);
  const last = named.indexOf(levels.at(-1)!);
  const by = Math.ceil(levels.length / 2);
  return named.slice(Math.max(0, first - by), last + by + 1);
}

function nameable({ levels }: CandidateField): readonly number[] {
  return levels.flatMap((level, i) => (level.nameable ? [i] : []));
}
