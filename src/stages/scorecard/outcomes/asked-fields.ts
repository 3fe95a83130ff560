import type { ResolvedCondition } from '../../../base/expr/index.ts';

/**
 * Names for everything that a condition needs to know, each once: account fields by their name, tools by what is looked
 * for, signals by their kind. Two conditions that share a name are unknown together when it is missing.
 *
 * @example
 * askedFields({ op: 'member', field: 'industry', values: ['retail'], negated: false }); // ['industry']
 */
export function askedFields(condition: ResolvedCondition): readonly string[] {
  switch (condition.op) {
    case 'tool':
      return [`tool ${(condition.technologies ?? condition.categories ?? condition.scopes).join(', ')}`];
    case 'signal':
      return [`signal ${condition.kind}`];
    case 'all':
      return [...new Set(condition.conditions.flatMap(askedFields))];
    default:
      return [condition.field];
  }
}
