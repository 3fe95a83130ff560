import type { TotalCounts } from './count-totals.ts';
import { type ProfiledLine, profileLine } from './profile-line.ts';

/** What the outcomes say of the line where it counts k accounts' worth. */
export interface LinePosterior {
  readonly k: number;
  /** The likeliest line. */
  readonly best: ProfiledLine;
  /** Lines of evenly spaced slopes, from where hardly any is left to where hardly any is left. */
  readonly lines: readonly ProfiledLine[];
  /** Distance of their slopes. */
  readonly step: number;
  /** Logarithm of how likely k is, all lines taken together; up to a constant. */
  readonly logEvidence: number;
}

/** Steepest line looked at: log odds per standard deviation of the totals. */
const STEEPEST = 8;
const LINES = 21;
/** Slopes this many nats less likely than the best are left out: four standard deviations. */
const FAR = 8;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const NARROWINGS = 24;
const HALVINGS = 10;

/** The posterior of the line for one k: the slope on a grid that fits its width, 0 or more; the base is normal given it. */
export function linePosterior(counts: TotalCounts, k: number): LinePosterior {
  const profile = (slope: number): ProfiledLine => profileLine(counts, slope, k);
  const best = likeliest(profile);
  const enough = (slope: number): boolean => profile(slope).logWeight > best.logWeight - FAR;
  const low = edge(best.slope, 0, enough);
  const high = edge(best.slope, STEEPEST, enough);
  const step = (high - low) / (LINES - 1);
  const lines = Array.from({ length: LINES }, (_, i) => profile(low + i * step));
  const all = lines.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - best.logWeight), 0);
  return { k, best, lines, step, logEvidence: best.logWeight + Math.log(all * step) };
}

/** Golden section; a best slope at the foot of the range is exactly 0. */
function likeliest(profile: (slope: number) => ProfiledLine): ProfiledLine {
  let low = 0;
  let high = STEEPEST;
  let left = profile(high - GOLDEN * high);
  let right = profile(GOLDEN * high);
  for (let i = 0; i < NARROWINGS; i++) {
    if (left.logWeight >= right.logWeight) {
      high = right.slope;
      right = left;
      left = profile(high - GOLDEN * (high - low));
    } else {
      low = left.slope;
      left = right;
      right = profile(low + GOLDEN * (high - low));
    }
  }
  const found = left.logWeight >= right.logWeight ? left : right;
  const flat = profile(0);
  return flat.logWeight >= found.logWeight ? flat : found;
}

/** How far towards an end slopes are likely enough. */
function edge(from: number, end: number, enough: (slope: number) => boolean): number {
  if (enough(end)) return end;
  let near = from;
  let far = end;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (near + far) / 2;
    if (enough(middle)) near = middle;
    else far = middle;
  }
  return far;
}
