import type { Field } from '../dataset/index.ts';
import type { Pattern } from '../discovery/index.ts';
import { type ChosenPatterns, choosePatterns } from './choose-patterns.ts';
import { adjacentIndustryPoints, rubricPoints } from './rubric-points.ts';

/** A pattern that becomes a line, with the points that the rubric of the guides gives it. */
export interface RubricLine {
  readonly pattern: Pattern;
  readonly points: number;
}

/** The patterns that a draft makes lines of, with their points (design, section 7), signals among them. */
export function rubricLines(patterns: readonly Pattern[], fields: readonly Field[]): readonly RubricLine[] {
  return pointedLines(choosePatterns(patterns, fields), fields);
}

/** Points for patterns that are chosen already. */
export function pointedLines(
  { lines, adjacent }: Pick<ChosenPatterns, 'lines' | 'adjacent'>,
  fields: readonly Field[],
): readonly RubricLine[] {
  const scored = lines.map((pattern) => ({ pattern, points: rubricPoints(pattern, fields) }));
  return adjacent === null ? scored : [...scored, { pattern: adjacent, points: adjacentIndustryPoints }];
}
