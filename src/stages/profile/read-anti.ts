import { conditionKeys } from '../../base/expr/index.ts';
import { readLineCondition } from './read-line-condition.ts';
import type { Path, Reading } from './reading.ts';
import type { AntiLine } from './types.ts';

const KEYS = [...conditionKeys, 'because'];

/** Reads `anti`: lines that disqualify, each with its reason. */
export function readAnti(reading: Reading, value: unknown): readonly AntiLine[] {
  return reading.list(value, ['anti'], (item, path) => readLine(reading, item, path));
}

function readLine(reading: Reading, value: unknown, path: Path): AntiLine | null {
  const line = reading.record(value, path, KEYS);
  if (line === null) return null;
  const condition = readLineCondition(reading, line, path);
  const because = readReason(reading, line.because, path);
  return condition === null || because === null ? null : { condition, because };
}

function readReason(reading: Reading, value: unknown, path: Path): string | null {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
    return reading.problem(
      path,
      'gives no reason; add `because: ...`, only a reason disqualifies an account',
    );
  return reading.text(value, [...path, 'because']);
}
