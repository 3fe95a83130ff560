import { patternCondition } from '../base/expr/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import type { Pattern } from '../stages/discovery/index.ts';

/**
 * One pattern as JSON (design, section 8): its conditions in the form that programs match on, and under `said` what
 * people said of it, beside its figures and never among them.
 */
export function patternDocument(
  { conditions, ...rest }: Pattern,
  judgements: readonly Judgement[],
): Readonly<Record<string, unknown>> {
  const said = judgements.filter(({ pattern }) => pattern === rest.id);
  return { ...rest, conditions: conditions.map(patternCondition), said };
}
