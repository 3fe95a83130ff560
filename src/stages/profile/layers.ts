import type { Layer } from '../dataset/index.ts';

/** Layers that may score, in the order of the page; a result of the sale is never a reason to score. */
export const fitLayers = [
  'firmographic',
  'geographic',
  'technographic',
  'behavioural',
  'demographic',
  'psychographic',
  'committee',
] as const satisfies readonly Layer[];

/** Every layer, in the order of the page. */
export const allLayers = [...fitLayers, 'outcome'] as const satisfies readonly Layer[];

/** Rank of a layer on the page. */
export function layerOrder(layer: Layer): number {
  return allLayers.indexOf(layer);
}
