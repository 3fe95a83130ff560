import { layerOrder } from './layers.ts';
import type { FitLine } from './types.ts';

/** Lines in the order of the layers; those of one layer stay in theirs. */
export function inLayers<T extends { readonly layer: FitLine['layer'] }>(lines: readonly T[]): readonly T[] {
  return [...lines].sort((left, right) => layerOrder(left.layer) - layerOrder(right.layer));
}
