import type { SearchColumn } from './search-column.ts';

/** One side of a split: the levels inside, and whether it speaks for or against. */
export interface Side {
  readonly levels: readonly number[];
  readonly sign: 1 | -1;
}

/**
 * Which side of a split is put into words. A window that ends inside the field has one side only; a split in two can
 * be told from either: the side that speaks *for* wins, unless that would list more values than it leaves out.
 */
export function chooseSide(column: SearchColumn, found: Side): Side {
  const other = otherSide(column, found);
  if (other === null) return found;
  const [favourable, adverse] = found.sign === 1 ? [found, other] : [other, found];
  return !column.ordered && favourable.levels.length > adverse.levels.length ? adverse : favourable;
}

/** The complement of a condition, when it is a condition too. */
export function otherSide(column: SearchColumn, { levels, sign }: Side): Side | null {
  if (!column.whole || column.hypothesis !== null) return null;
  const inside = new Set(levels);
  const others = Array.from(column.slots).filter((level) => !inside.has(level));
  const touches = others.length === 0 || isRun(column.slots, others);
  if (others.length === 0 || (column.ordered && !touches)) return null;
  return { levels: others, sign: sign === 1 ? -1 : 1 };
}

function isRun(slots: Int32Array, levels: readonly number[]): boolean {
  const first = slots.indexOf(levels[0]!);
  return levels.every((level, i) => slots[first + i] === level);
}
