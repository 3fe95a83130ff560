import { countBoth } from './count-both.ts';
import { type Target, takeTarget } from './take-target.ts';
import type { Selector, SubgroupTask } from './types.ts';

/** The rows in the order in which they are searched, and the selectors over them. */
export interface Ground extends Target {
  readonly words: number;
  /** All rows. */
  readonly everything: Int32Array;
  /** Selectors that cover enough rows, in their order. */
  readonly selectors: readonly GroundSelector[];
}

/** A selector over the ordered rows. Its bits are put in order when they are first asked for: most never are. */
export interface GroundSelector {
  readonly index: number;
  readonly field: string;
  readonly cover: number;
  /** Covered rows with label 1; 0 when the target is a value. */
  readonly positives: number;
  /** Whether it is known for every row. */
  readonly complete: boolean;
  readonly rows: () => Int32Array;
  /** Rows not known to be outside; those of `rows` when complete. */
  readonly maybe: () => Int32Array;
}

/** Puts the rows with the largest target first, so that what a bound needs lies together. */
export function layOut(task: SubgroupTask): Ground {
  const target = takeTarget(task.target);
  const words = (target.slots + 31) >>> 5;
  const order = (bits: Int32Array): Int32Array => scatter(bits, target.slotOf, words);
  const selectors = task.selectors
    .map((selector, index) => laySelector({ ...selector, index }, target, order))
    .filter(({ cover }) => cover >= task.leastCover);
  return { ...target, words, everything: order(target.taken), selectors };
}

function laySelector(
  { index, field, rows, known }: Selector & { readonly index: number },
  { taken, ones }: Target,
  order: (bits: Int32Array) => Int32Array,
): GroundSelector {
  const all = { from: 0, to: taken.length };
  const complete = known === null || known.every((word, w) => (~word & ~rows[w]! & taken[w]!) === 0);
  const moved = once(() => order(rows));
  return {
    index,
    field,
    cover: countBoth(rows, taken, all),
    positives: countBoth(rows, ones, all),
    complete,
    rows: moved,
    maybe: complete ? moved : once(() => order(rows.map((word, w) => word | ~known![w]!))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same rows at their new places; rows without one are left out. */
function scatter(bits: Int32Array, slotOf: Int32Array, words: number): Int32Array {
  const moved = new Int32Array(words);
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const row = 32 * w + 31 - Math.clz32(rest & -rest);
      const slot = row < slotOf.length ? slotOf[row]! : -1;
      if (slot >= 0) moved[slot >>> 5]! |= 1 << (slot & 31);
    }
  }
  return moved;
}
