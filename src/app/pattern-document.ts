import { patternCondition } from '../base/expr/index.ts';
import type { Pattern } from '../stages/discovery/index.ts';

/** One pattern as JSON (design, section 8): its conditions in the form that programs match on. */
export function patternDocument({ conditions, ...rest }: Pattern): unknown {
  return { ...rest, conditions: conditions.map(patternCondition) };
}
