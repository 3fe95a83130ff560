import { type Condition, describeCondition, subjectOf } from '../../base/expr/index.ts';
import type { DeclaredHypothesis } from './types.ts';

const CUSTOMERS = 36;

/**
 * A belief as a hypothesis to record before the first discovery, and what would test it. Asked before looking, one
 * of three beliefs that hold for 75% of the best and 30% of the others is settled with 36 customers about three
 * times in four.
 */
export function declareHypothesis(condition: Condition): DeclaredHypothesis {
  const label = describeCondition(condition);
  const bring =
    condition.op === 'signal'
      ? `Date the ${subjectOf(condition)} events at customers and lost deals, with what was looked for`
      : `Import ${CUSTOMERS} or more customers with ${subjectOf(condition)} known`;
  const test = `${bring}: asked before looking, a trait of three in four of the best and three in ten of the others is settled with ${CUSTOMERS} customers about three times in four.`;
  return { condition, label, test };
}
