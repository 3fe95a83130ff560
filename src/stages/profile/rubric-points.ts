import type { Condition } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import { conditionOf, type Pattern } from '../discovery/index.ts';
import { STANDS } from './choose-patterns.ts';
import { fieldRole } from './field-role.ts';

/**
 * Points of a drafted line by the rubric of the guides (design, section 7): size window 3, core industry 3, a signal
 * 3, a tool used or lacked 2, any other supported trait 2; a suggestive one 1; against -2, and -1 when suggestive. A
 * combination has the points of its strongest part where its parts say nothing without each other, and 1 where each has
 * points of its own.
 */
export function rubricPoints(pattern: Pattern, fields: readonly Field[]): number {
  if (pattern.direction === 'against') return pattern.verdict === 'supported' ? -2 : -1;
  if (pattern.verdict !== 'supported') return 1;
  const { parts, conditions } = pattern;
  if (parts.length === 0) return beliefPoints(conditionOf(pattern), fields);
  if (parts.every(({ zOutside }) => zOutside < STANDS))
    return Math.max(...conditions.map((condition) => beliefPoints(condition, fields)));
  return parts.every(({ zOutside }) => zOutside >= STANDS) ? 1 : 2;
}

/** Points of a trait that somebody believes in or that is supported, by what it asks about. */
export function beliefPoints(condition: Condition, fields: readonly Field[]): number {
  if (condition.op === 'signal') return 3;
  if (condition.op === 'window') return fieldRole(condition.field, fields) === 'size' ? sizePoints : 2;
  if (condition.op === 'any') return fieldRole(condition.field, fields) === 'industry' ? 3 : 2;
  return 2;
}

/** Points of a size window. */
export const sizePoints = 3;

/** Points of a second, adjacent industry. */
export const adjacentIndustryPoints = 1;
