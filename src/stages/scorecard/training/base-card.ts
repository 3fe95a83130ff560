import type { TrainedCard } from './types.ts';

/**
 * A card without lines: everyone has the chance of the units that were learned from, half a unit of each outcome added.
 *
 * @param slope log odds that a point would be worth, were there any.
 */
export function baseCard(label: Uint8Array, slope: number): TrainedCard {
  const share = (label.reduce((sum, y) => sum + y, 0) + 0.5) / (label.length + 1);
  return { lines: [], base: Math.log(share / (1 - share)), slope, loss: Number.NaN };
}
