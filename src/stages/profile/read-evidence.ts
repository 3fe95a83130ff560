import type { Path, Reading } from './reading.ts';
import type { Evidence } from './types.ts';

const KEYS = ['best', 'rest', 'unknown', 'lift', 'interval', 'p', 'verdict', 'need_more', 'snapshot'];
const VERDICTS = ['supported', 'suggestive', 'none', 'confirmed'] as const;

/** Reads what a line says about its evidence: `{ best: 7 of 8, rest: 4 of 17, lift: 2.1, ... }`. */
export function readEvidence(reading: Reading, value: unknown, path: Path): Evidence | null {
  const found = reading.record(value, path, KEYS);
  if (found === null) return null;
  const best = readCount(reading, found.best, [...path, 'best']);
  const rest = readCount(reading, found.rest, [...path, 'rest']);
  const unknown = reading.number(found.unknown ?? 0, [...path, 'unknown'], { min: 0, integer: true });
  const lift = reading.number(found.lift, [...path, 'lift'], { min: 0 });
  const interval = reading.range(found.interval, [...path, 'interval'], { min: 0 });
  const pAdjusted = reading.number(found.p, [...path, 'p'], { min: 0, max: 1 });
  const verdict = reading.choice(found.verdict, [...path, 'verdict'], VERDICTS);
  const needMore = reading.openNumber(found.need_more, [...path, 'need_more'], { min: 0, integer: true });
  const snapshot = reading.text(found.snapshot, [...path, 'snapshot']);
  if (best === null || rest === null || unknown === null || lift === null) return null;
  if (interval === null || pAdjusted === null || verdict === null || snapshot === null) return null;
  return { snapshot, best, rest, unknown, lift, interval, pAdjusted, verdict, needMore };
}

function readCount(reading: Reading, value: unknown, path: Path): { n: number; of: number } | null {
  const parts = typeof value === 'string' ? /^(\d{1,15}) of (\d{1,15})$/.exec(value) : null;
  if (parts === null) return reading.problem(path, 'expected a count such as `7 of 8`');
  const [n, of] = [Number(parts[1]), Number(parts[2])];
  return n > of ? reading.problem(path, `impossible count: ${n} of ${of}`) : { n, of };
}
