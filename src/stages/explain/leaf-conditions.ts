import type { ResolvedCondition } from '../../base/expr/index.ts';

/** A condition that asks one thing. */
export type LeafCondition = Exclude<ResolvedCondition, { readonly op: 'all' }>;

/**
 * The single conditions of which a condition is made, in their order.
 *
 * @example
 * leafConditions({ op: 'all', conditions: [usesScheduling, inSpain] }); // [usesScheduling, inSpain]
 */
export function leafConditions(condition: ResolvedCondition): readonly LeafCondition[] {
  return condition.op === 'all' ? condition.conditions.flatMap(leafConditions) : [condition];
}
