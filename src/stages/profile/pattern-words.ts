import { describeCondition } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import { conditionOf, type Pattern } from '../discovery/index.ts';

/** The condition of a pattern, its fields by the labels of the user's files. */
export function patternWords(pattern: Pattern, fields: readonly Field[]): string {
  return describeCondition(
    conditionOf(pattern),
    (name) => fields.find((field) => field.name === name)?.label ?? name.replaceAll('_', ' '),
  );
}
