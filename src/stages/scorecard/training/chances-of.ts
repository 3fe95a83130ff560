import type { TrainedCard } from './types.ts';

/** The chance that a card gives each total: 1 / (1 + exp(-(base + slope x total))). */
export function chancesOf(
  { base, slope }: Pick<TrainedCard, 'base' | 'slope'>,
  totals: Float64Array,
): Float64Array {
  return totals.map((total) => 1 / (1 + Math.exp(-(base + slope * total))));
}
