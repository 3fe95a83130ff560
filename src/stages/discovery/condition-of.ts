import type { Condition } from '../../base/expr/index.ts';
import type { Pattern } from './types.ts';

/** The one condition that a pattern stands for: its only one, or all of them together. */
export function conditionOf({ conditions }: Pick<Pattern, 'conditions'>): Condition {
  const [first, ...others] = conditions;
  if (first !== undefined && others.length === 0) return first;
  return { op: 'all', conditions };
}
