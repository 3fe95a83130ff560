import type { Sample } from '../sample.ts';
import { type Cover, conditionsOf } from './combine.ts';

/**
 * All sets of two to `depth` of the items, smaller sets first, each in the order of the items.
 *
 * @example
 * listCombinations(['a', 'b', 'c'], 2); // [['a', 'b'], ['a', 'c'], ['b', 'c']]
 */
export function listCombinations<Item>(items: readonly Item[], depth: number): readonly (readonly Item[])[] {
  const found: (readonly Item[])[] = [];
  let sets: readonly { readonly set: readonly Item[]; readonly next: number }[] = [{ set: [], next: 0 }];
  for (let size = 1; size <= depth; size++) {
    sets = sets.flatMap(({ set, next }) =>
      items.slice(next).map((item, i) => ({ set: [...set, item], next: next + i + 1 })),
    );
    if (size > 1) found.push(...sets.map(({ set }) => set));
  }
  return found;
}

/** The sets that leave out one of the items. */
export function withoutOne<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.map((_, left) => items.filter((_item, i) => i !== left));
}

/** Conditions that a page takes in one line, at most. */
const MOST_CONDITIONS = 4;

/** Whether all conditions of some covers fit into one line of a page. */
export function isWritable(sample: Sample): (covers: readonly Cover[]) => boolean {
  return (covers) => conditionsOf(sample, covers).length <= MOST_CONDITIONS;
}
