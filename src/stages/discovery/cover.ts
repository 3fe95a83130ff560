import { type LogOddsRatio, logOddsRatio } from '../../base/stats/index.ts';
import type { Sample } from './sample.ts';

/** Records inside and outside of a condition, by label, over the known ones. */
export interface CoverCounts {
  readonly bestInside: number;
  readonly best: number;
  readonly restInside: number;
  readonly rest: number;
  readonly unknown: number;
}

/** Counts a condition (levels of a field) over a sample. */
export function countCover(sample: Sample, field: number, levels: readonly number[]): CoverCounts {
  const { codes, levels: all } = sample.fields[field]!;
  const inside = insideOf(all.length, levels);
  const counts = { bestInside: 0, best: 0, restInside: 0, rest: 0, unknown: 0 };
  for (let i = 0; i < codes.length; i++) {
    const level = codes[i]!;
    if (level < 0) counts.unknown++;
    else if (sample.label[i] === 1) {
      counts.best++;
      counts.bestInside += inside[level]!;
    } else {
      counts.rest++;
      counts.restInside += inside[level]!;
    }
  }
  return counts;
}

/** 1 inside, 0 outside; an unknown record takes the mean, so that it says nothing. */
export function coverColumn(sample: Sample, field: number, levels: readonly number[]): Float64Array {
  const { codes, levels: all } = sample.fields[field]!;
  const inside = insideOf(all.length, levels);
  const column = new Float64Array(codes.length);
  let known = 0;
  let covered = 0;
  for (let i = 0; i < codes.length; i++) {
    const level = codes[i]!;
    if (level < 0) continue;
    known++;
    column[i] = inside[level]!;
    covered += inside[level]!;
  }
  const mean = covered / Math.max(1, known);
  if (known < codes.length) for (let i = 0; i < codes.length; i++) if (codes[i]! < 0) column[i] = mean;
  return column;
}

/** 1 for each level that is inside. */
function insideOf(levels: number, inside: readonly number[]): Uint8Array {
  const marks = new Uint8Array(levels);
  for (const level of inside) marks[level] = 1;
  return marks;
}

/** Log odds ratio of best inside against outside, halves added. */
export function oddsOf({ bestInside, best, restInside, rest }: CoverCounts): LogOddsRatio {
  return logOddsRatio(bestInside, restInside, best - bestInside, rest - restInside);
}

/** True when the odds of the label inside and outside a condition differ in the direction of its scores. */
export function agreesWithLabel(
  sample: Sample,
  found: {
    readonly column: { readonly field: number };
    readonly levels: readonly number[];
    readonly sign: 1 | -1;
  },
): boolean {
  return oddsOf(countCover(sample, found.column.field, found.levels)).estimate * found.sign > 0;
}
