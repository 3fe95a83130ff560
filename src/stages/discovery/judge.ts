/**
 * Says how far a condition departs from chance. One judge looks at one column at a time: `open` tells it the known
 * records, `strength` compares conditions within them (larger is stronger), `p` turns a strength into a chance and `z`
 * into the z-score that is as rare, which still grows where the chance is too small for a number.
 */
export interface Judge {
  /** 2: `p` counts both directions; 1: `p` is of the stronger direction alone. */
  readonly sides: 1 | 2;
  /** Sum and sum of squares of the scores of the known records. */
  open(known: number, sum: number, squares: number): void;
  /** Any number not above `best` may be given for a condition that cannot beat it. */
  strength(sum: number, cover: number, best: number): number;
  p(strength: number): number;
  z(strength: number): number;
}
