import { type Condition, describeCondition, type LabelOf, nameCountries } from '../../base/expr/index.ts';

type Window = Extract<Condition, { op: 'window' }>;

/**
 * How one condition became another over the same thing, in words: `employees window widened from 20-80 to 20-120`.
 */
export function describeRevision(before: Condition, after: Condition, labelOf: LabelOf): string {
  if (before.op === 'window' && after.op === 'window' && before.currency === after.currency)
    return `${labelOf(after.field)} window ${moveOf(before, after)} from ${ends(before)} to ${ends(after)}`;
  if ((before.op === 'any' && after.op === 'any') || (before.op === 'none' && after.op === 'none')) {
    const added = after.values.filter((value) => !before.values.includes(value));
    const removed = before.values.filter((value) => !after.values.includes(value));
    const parts = [
      added.length === 0 ? null : `gained ${nameCountries(added).join(', ')}`,
      removed.length === 0 ? null : `lost ${nameCountries(removed).join(', ')}`,
    ].filter((part) => part !== null);
    const list = after.op === 'any' ? 'values' : 'excluded values';
    return `${labelOf(after.field)} ${list} ${parts.length === 0 ? 'reordered' : parts.join(' and ')}`;
  }
  return `${describeCondition(before, labelOf)} became ${describeCondition(after, labelOf)}`;
}

function moveOf(before: Window, after: Window): 'widened' | 'narrowed' | 'moved' {
  const lower = (after.low ?? Number.NEGATIVE_INFINITY) - (before.low ?? Number.NEGATIVE_INFINITY);
  const upper = (after.high ?? Number.POSITIVE_INFINITY) - (before.high ?? Number.POSITIVE_INFINITY);
  const [low, high] = [Number.isNaN(lower) ? 0 : lower, Number.isNaN(upper) ? 0 : upper];
  if (low <= 0 && high >= 0) return 'widened';
  return low >= 0 && high <= 0 ? 'narrowed' : 'moved';
}

function ends({ low, high }: Window): string {
  if (low === null) return `at most ${high}`;
  return high === null ? `${low} or more` : `${low}-${high}`;
}
