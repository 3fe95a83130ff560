import type { Groups } from './groups.ts';
import type { FoldedRecords } from './types.ts';

/** What each column would add: the fall of the loss to expect, and the weight that brings it. */
export interface Ratings {
  readonly gains: Float64Array;
  readonly weights: Float64Array;
}

/** Least curvature that is divided by. */
const FLAT = 1e-9;

/**
 * Rates every column by one Newton step from where a card stands, its base and slope free to follow.
 *
 * @param logOdds of each group.
 * @param most largest weight.
 */
export function rateColumns(
  records: FoldedRecords,
  groups: Groups,
  { logOdds, most }: { readonly logOdds: Float64Array; readonly most: number },
): Ratings {
  const shares = logOdds.map((z) => 1 / (1 + Math.exp(-z)));
  const rest = new Float64Array(records.size);
  const bend = new Float64Array(records.size);
  const slanted = new Float64Array(records.size);
  const own = { bend: 0, slanted: 0, steep: 0 };
  for (let row = 0; row < records.size; row++) {
    const group = groups.of[row]!;
    const share = shares[group]!;
    const weight = records.weights[row]!;
    rest[row] = records.positives[row]! - weight * share;
    bend[row] = weight * share * (1 - share);
    slanted[row] = bend[row]! * logOdds[group]!;
    own.bend += bend[row]!;
    own.slanted += slanted[row]!;
    own.steep += slanted[row]! * logOdds[group]!;
  }
  own.steep -= own.slanted ** 2 / Math.max(own.bend, FLAT);
  const gains = new Float64Array(records.columns.length);
  const weights = new Float64Array(records.columns.length);
  records.columns.forEach(({ rows, values }, column) => {
    let slant = 0;
    let curvature = 0;
    let withBase = 0;
    let withSlope = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const value = values[i]!;
      slant += rest[row]! * value;
      const bent = bend[row]! * value;
      curvature += bent * value;
      withBase += bent;
      withSlope += slanted[row]! * value;
    }
    withSlope -= (withBase * own.slanted) / Math.max(own.bend, FLAT);
    curvature -= withBase ** 2 / Math.max(own.bend, FLAT);
    if (own.steep > FLAT) curvature -= withSlope ** 2 / own.steep;
    if (curvature < FLAT) return;
    const weight = Math.min(Math.max(slant / curvature, -most), most);
    weights[column] = weight;
    gains[column] = weight * slant - (curvature * weight ** 2) / 2;
  });
  return { gains, weights };
}
