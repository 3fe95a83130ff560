import { type Condition, describeCondition, subjectOf } from '../../base/expr/index.ts';
import { laterCustomers } from '../discovery/index.ts';
import type { DeclaredHypothesis } from './types.ts';

/**
 * A belief as a hypothesis to record before the first discovery, and what would test it. Asked before looking, one
 * of three beliefs that hold for 75% of the best and 30% of the others is settled with 44 customers about three
 * times in four.
 */
export function declareHypothesis(condition: Condition): DeclaredHypothesis {
  const label = describeCondition(condition);
  const subject = subjectOf(condition);
  const bring =
    condition.op === 'signal'
      ? `Import ${laterCustomers} customers with dated ${subject}, and say what was looked for`
      : `Import ${laterCustomers} customers with ${subject} known`;
  const test = `${bring}: enough three times in four, if 75% of the best and 30% of the others have it.`;
  return { condition, label, test };
}
