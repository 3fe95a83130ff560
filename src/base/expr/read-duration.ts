import { nearestWord } from './nearest-word.ts';
import { parseDuration } from './parse-duration.ts';
import { refuseCondition } from './refuse-condition.ts';
import type { Duration } from './types.ts';

const UNITS = ['days', 'weeks', 'months', 'years'];
const LETTERS: Readonly<Record<string, string>> = {
  d: 'days',
  w: 'weeks',
  m: 'months',
  mo: 'months',
  y: 'years',
};

/** The length of time at this place: `6 months`, `60 days`. */
export function readDuration(written: unknown, where: string): Duration {
  const duration = typeof written === 'string' ? parseDuration(written) : null;
  if (duration !== null) return duration;
  return refuseCondition({
    where,
    found: written,
    expected: 'a length of time such as `60 days`, `6 months` or `2 years`',
    suggestion: suggest(written),
  });
}

function suggest(written: unknown): string | null {
  const found = /^\s*(\d{1,5})\s*-?\s*(\p{L}+)\.?\s*$/u.exec(typeof written === 'string' ? written : '');
  const [count, word] = [Number(found?.[1] ?? 0), found?.[2]?.toLowerCase() ?? ''];
  if (count === 0) return null;
  if (/^quarters?$/.test(word)) return `${count * 3} months`;
  const unit = LETTERS[word] ?? nearestWord(word, UNITS);
  return unit === null ? null : `${count} ${unit}`;
}
