import { signalSubject } from './describe-signal.ts';
import { type LabelOf, plainLabel } from './label-of.ts';
import type { Condition } from './types.ts';

/**
 * What has to be found out when a condition is unknown: `employees`, `scheduling tools`.
 *
 * @example
 * subjectOf({ op: 'lacks', tool: { technology: null, category: 'scheduling', firstSeenWithin: null } });
 * // 'scheduling tools'
 */
export function subjectOf(condition: Condition, labelOf: LabelOf = plainLabel): string {
  switch (condition.op) {
    case 'uses':
    case 'lacks':
      return condition.tool.technology ?? `${condition.tool.category ?? ''} tools`;
    case 'signal':
      return signalSubject(condition.signal);
    case 'all':
      return [...new Set(condition.conditions.map((part) => subjectOf(part, labelOf)))].join(' and ');
    default:
      return labelOf(condition.field);
  }
}
