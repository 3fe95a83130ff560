import { createRandom, hashSeed } from '../../base/stats/index.ts';
import { otherSide, type Side } from './choose-side.ts';
import type { Found } from './run-round.ts';
import { createScan, scanColumn, squared } from './scan-column.ts';
import { createColumn } from './search-column.ts';
import type { CandidateField } from './types.ts';

const HALVES = 100;
const ALIKE = 0.5;
const SMALLEST = 16;

/**
 * Share of 100 seeded half samples in which the field's strongest condition covers about the same records and points
 * the same way (Jaccard of the covers at least .5). It restates the p-value in a form people grasp; it is no part of
 * the verdict. Null under 16 records, whose halves are too few to search, and for a declared hypothesis, which is
 * one condition in every half.
 */
export function measureStability(
  { field, found, side }: { readonly field: CandidateField; readonly found: Found; readonly side: Side },
  seed: number,
): number | null {
  const { column, trial } = found;
  if (column.hypothesis !== null || trial.scores.length < SMALLEST) return null;
  const random = createRandom(hashSeed(`${seed} ${field.id}`));
  const rows = Int32Array.from(column.codes, (_, i) => i);
  let alike = 0;
  let searched = 0;
  for (let h = 0; h < HALVES; h++) {
    random.shuffle(rows);
    const half = rows.subarray(0, Math.ceil(rows.length / 2));
    const best = bestOfHalf(field, found, half);
    if (best === null) continue;
    searched++;
    const same = best.sign === side.sign ? best : otherSide(column, best);
    if (same !== null && coverJaccard(column.counts, same.levels, side.levels) >= ALIKE) alike++;
  }
  return searched === 0 ? null : alike / HALVES;
}

function bestOfHalf(field: CandidateField, { column, trial }: Found, half: Int32Array): Side | null {
  const codes = Int32Array.from(half, (i) => column.codes[i]! - 1);
  const scores = Float64Array.from(half, (i) => trial.scores[i]!);
  const at = { field: column.field, hypothesis: null };
  const sampled = createColumn(codes, field, at);
  if (sampled.known < 2) return null;
  const scan = createScan(field.levels.length);
  scanColumn(sampled, squared(scores), { judge: trial.judge, scan });
  if (scan.strength < 0) return null;
  const levels = Array.from(scan.order.subarray(scan.first, scan.last + 1)).sort((a, b) => a - b);
  return { levels, sign: scan.sign > 0 ? 1 : -1 };
}

/** Jaccard similarity of two conditions of one field, by the records they cover. */
export function coverJaccard(counts: Int32Array, a: readonly number[], b: readonly number[]): number {
  const size = (levels: readonly number[]): number => levels.reduce((sum, level) => sum + counts[level]!, 0);
  const inB = new Set(b);
  const both = size(a.filter((level) => inB.has(level)));
  const either = size(a) + size(b) - both;
  return either === 0 ? 1 : both / either;
}
