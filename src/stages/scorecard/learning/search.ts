import type { LearningTask } from './types.ts';

/** A task under way: what the rounds so far have found that a card must speak of. */
export interface Search extends LearningTask {
  /** Layers of which a card must hold a condition. */
  readonly demanded: readonly string[];
}

/** The demanded layers of which a support holds no condition. */
export function missingLayers({ layers, demanded }: Search, support: readonly number[]): readonly string[] {
  return demanded.filter((layer) => !support.some((column) => layers?.[column] === layer));
}
