import type { Condition, ResolvedCondition } from './types.ts';

/**
 * Names of the account fields that a condition asks about, each once; a tool or a signal names none. The dated
 * observations behind `growth` count under their field's name.
 *
 * @example
 * fieldsOf({ op: 'any', field: 'industry', values: ['retail'] }); // ['industry']
 */
export function fieldsOf(condition: Condition | ResolvedCondition): readonly string[] {
  switch (condition.op) {
    case 'uses':
    case 'lacks':
    case 'tool':
    case 'signal':
      return [];
    case 'all':
      return [...new Set(condition.conditions.flatMap(fieldsOf))];
    default:
      return [condition.field];
  }
}
