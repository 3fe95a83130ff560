import { createRandom } from '../../../base/stats/index.ts';

/**
 * Deals groups of units to folds, with about as many positives and units in each: a group goes to the fold that has fewest
 * of its kind, the large ones first.
 *
 * @param groups group of each unit, 0-based.
 * @returns fold of each unit, 0-based.
 */
export function assignFolds(
  groups: Int32Array,
  label: Uint8Array,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): Int32Array {
  const counted = countGroups(groups, label);
  const order = Int32Array.from(counted.units, (_, group) => group);
  createRandom(seed).shuffle(order);
  const bySize = Array.from(order).sort((a, b) => counted.units[b]! - counted.units[a]!);
  const units = new Float64Array(folds);
  const positives = new Float64Array(folds);
  const foldOf = new Int32Array(order.length);
  for (const group of bySize) {
    const fold = lightest(counted.positives[group]! > 0 ? positives : units, units);
    foldOf[group] = fold;
    units[fold]! += counted.units[group]!;
    positives[fold]! += counted.positives[group]!;
  }
  return groups.map((group) => foldOf[group]!);
}

function countGroups(groups: Int32Array, label: Uint8Array) {
  const size = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const units = new Int32Array(size);
  const positives = new Int32Array(size);
  groups.forEach((group, unit) => {
    units[group]!++;
    positives[group]! += label[unit]!;
  });
  return { units, positives };
}

/** The fold with the least; of several the one with the fewest units. */
function lightest(loads: Float64Array, units: Float64Array): number {
  let best = 0;
  for (let fold = 1; fold < loads.length; fold++) {
    const less = loads[fold]! - loads[best]! || units[fold]! - units[best]!;
    if (less < 0) best = fold;
  }
  return best;
}
