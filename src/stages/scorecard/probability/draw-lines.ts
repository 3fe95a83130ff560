import type { Random } from '../../../base/stats/index.ts';
import type { LinePosterior } from './line-posterior.ts';

/** A line and k as they may be, in standard deviations of the totals. */
export interface DrawnLine {
  readonly base: number;
  readonly slope: number;
  readonly k: number;
}

/**
 * Draws lines with their k from the posterior. Before the outcomes 1/k is even (of the correlation among accounts of
 * one total, 1/(1 + k), no value is likelier than another); the ks given must lie at even ratios.
 */
export function drawLines(
  posteriors: readonly LinePosterior[],
  draws: number,
  random: Random,
): readonly DrawnLine[] {
  const cells = posteriors.flatMap(({ k, lines, step }) =>
    lines.map((line, i) => ({
      k,
      line,
      neighbors: [lines[i - 1] ?? line, lines[i + 1] ?? line] as const,
      width: step * (i === 0 || i === lines.length - 1 ? 0.5 : 1),
      logWeight: line.logWeight - Math.log(k),
    })),
  );
  const most = cells.reduce((high, { logWeight }) => Math.max(high, logWeight), -Infinity);
  const weights = cells.map(({ logWeight, width }) => width * Math.exp(logWeight - most));
  const places = drawPlaces(weights, draws, random);
  return places.map((place) => {
    const { k, line, neighbors } = cells[place]!;
    const share = random.next() - 0.5;
    const neighbor = neighbors[share < 0 ? 0 : 1];
    const toward = (of: 'base' | 'slope'): number => line[of] + Math.abs(share) * (neighbor[of] - line[of]);
    return { k, slope: toward('slope'), base: toward('base') + line.error * random.normal() };
  });
}

/** Places in proportion to their weights; evenly spaced, so that no part is left out by chance. */
function drawPlaces(weights: readonly number[], draws: number, { next }: Random): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let place = 0;
  let passed = weights[0]!;
  return Array.from({ length: draws }, (_, draw) => {
    const aim = ((draw + next()) / draws) * all;
    while (passed < aim && place < weights.length - 1) passed += weights[++place]!;
    return place;
  });
}
