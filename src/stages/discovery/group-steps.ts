import { type Condition, foldText, type Scalar } from '../../base/expr/index.ts';
import { countLevels, type LevelCount } from './count-levels.ts';
import type { CandidateField } from './types.ts';

/** Which way a group of values is moved: by one value of the field, or by a region of countries. */
export type GroupChange = 'wider-value' | 'narrower-value' | 'wider-region' | 'narrower-region';

/** A group of values with one more, or one fewer. */
export interface GroupStep {
  readonly change: GroupChange;
  readonly condition: Condition;
  /** Values that were let in or left out; null where the condition is another one. */
  readonly moved: readonly Scalar[] | null;
}

type Group = Extract<Condition, { op: 'any' | 'none' }>;

/**
 * The neighbours of a group of values over the levels of a field: of the levels that are left out the one with the
 * highest share of best is let in, of those that are let in the one with the lowest is left out. A region of which some
 * countries are in is completed before another one is added. None for a condition that is no group over this field.
 *
 * @param label of each record of the field: 1 is best
 * @example
 * groupSteps(sectors, { op: 'any', field: 'sector', values: ['clinic'] }, label); // clinic and the next best sector
 */
export function groupSteps(
  field: CandidateField,
  condition: Condition,
  label: Uint8Array,
): readonly GroupStep[] {
  if (field.kind !== 'category' || (condition.op !== 'any' && condition.op !== 'none')) return [];
  const named = new Set(condition.values.map(folded));
  const isLetIn = (value: Scalar) => named.has(folded(value)) === (condition.op === 'any');
  const levels = countLevels(field, label).map((level) => {
    const values = valuesOf(field.condition([level.level]));
    return { ...level, values, letIn: values.filter(isLetIn).length };
  });
  const begun = levels.filter(({ values, letIn }) => letIn > 0 && letIn < values.length);
  const left = levels.filter(({ letIn }) => letIn === 0);
  const inside = levels.filter(({ values, letIn }) => letIn === values.length);
  const next = (begun.length > 0 ? begun : left).toSorted(byShare)[0];
  const weakest = inside.length < 2 ? undefined : inside.toSorted(byShare).at(-1);
  const kind = field.groups === undefined ? 'value' : 'region';
  return [
    ...stepBy(`wider-${kind}`, next?.values ?? [], condition),
    ...stepBy(`narrower-${kind}`, weakest?.values ?? [], condition),
  ];
}

function byShare(one: LevelCount, other: LevelCount): number {
  return other.best / other.of - one.best / one.of || other.of - one.of || one.level - other.level;
}

/** The group with these values let in or left out; none that would be left without values. */
function stepBy(change: GroupChange, moved: readonly Scalar[], group: Group): readonly GroupStep[] {
  const named = change.startsWith('wider') === (group.op === 'any');
  const these = new Set(moved.map(folded));
  const others = group.values.filter((value) => !these.has(folded(value)));
  const values = named ? [...others, ...moved] : others;
  if (moved.length === 0 || values.length === 0) return [];
  return [{ change, condition: { ...group, values }, moved }];
}

function valuesOf(condition: Condition): readonly Scalar[] {
  return condition.op === 'any' ? condition.values : [];
}

function folded(value: Scalar): string {
  return foldText(String(value));
}
