import { conditionKeys, type Duration, parseDuration } from '../../base/expr/index.ts';
import { readEvidence } from './read-evidence.ts';
import { pointsRange } from './read-fit.ts';
import { readLineCondition } from './read-line-condition.ts';
import type { Path, Reading } from './reading.ts';
import type { TimingLine } from './types.ts';

const KEYS = [...conditionKeys, 'points', 'half_life', 'evidence'];

/** Half-life of a signal's points when the page names none. */
export const defaultHalfLife: Duration = { count: 60, unit: 'days' };

/** Reads `timing`: signals whose points fade with age. */
export function readTiming(reading: Reading, value: unknown): readonly TimingLine[] {
  return reading.list(value, ['timing'], (item, path) => readLine(reading, item, path));
}

function readLine(reading: Reading, value: unknown, path: Path): TimingLine | null {
  const line = reading.record(value, path, KEYS);
  if (line === null) return null;
  const condition = readLineCondition(reading, line, path);
  const points = reading.number(line.points, [...path, 'points'], pointsRange);
  const halfLife = readHalfLife(reading, line.half_life, [...path, 'half_life']);
  const evidence =
    line.evidence === undefined ? null : readEvidence(reading, line.evidence, [...path, 'evidence']);
  if (condition === null || points === null || halfLife === null) return null;
  if (condition.op !== 'signal')
    return reading.problem(path, 'timing takes signals only; what an account is belongs under `fit`');
  return { condition, points, halfLife, evidence };
}

function readHalfLife(reading: Reading, value: unknown, path: Path): Duration | null {
  if (value === undefined) return defaultHalfLife;
  const halfLife = typeof value === 'string' ? parseDuration(value) : null;
  return halfLife ?? reading.problem(path, 'expected a length of time such as `60 days`');
}
