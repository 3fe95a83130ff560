import type { Gauge, Tally } from './gauge.ts';
import type { Ground, GroundSelector } from './lay-out.ts';
import type { Counted } from './top-list.ts';

/** Counts one conjunction after another that adds a selector to an opened one; at first all rows are open. */
export class Prober {
  /** What the last probe counted; written over by the next. */
  readonly inside: Tally = { cover: 0, sum: 0 };
  readonly maybe: Tally = { cover: 0, sum: 0 };
  readonly #ground: Ground;
  readonly #gauge: Gauge;
  readonly #leastCover: number;
  readonly #scratch: { readonly rows: Int32Array; readonly maybe: Int32Array };
  #rows: Int32Array;
  #open: Int32Array;
  #last = false;
  #visited = 0;

  constructor(ground: Ground, gauge: Gauge, leastCover: number) {
    this.#ground = ground;
    this.#gauge = gauge;
    this.#leastCover = leastCover;
    this.#scratch = { rows: new Int32Array(ground.words), maybe: new Int32Array(ground.words) };
    this.#rows = ground.everything;
    this.#open = ground.everything;
  }

  /** Probes so far. */
  get visited(): number {
    return this.#visited;
  }

  /** Makes these selectors the ones to add to; after the last step nothing is added to what is found. */
  open(ranks: readonly number[], last: boolean): void {
    const parts = ranks.map((rank) => this.#ground.selectors[rank]!);
    const rows = parts.map((part) => part.rows());
    this.#last = last;
    this.#rows = intersect(rows, this.#scratch.rows) ?? this.#ground.everything;
    this.#open = this.#rows;
    if (parts.every(({ complete }) => complete)) return;
    const maybe = parts.map((part) => part.maybe());
    this.#open = intersect(maybe, this.#scratch.maybe) ?? this.#ground.everything;
  }

  /**
   * Adds one selector and counts. Returns the bound of what it leads to; minus infinity when that is below the bar (of
   * a last step, when its quality is), or too few rows are left, and then it may not be counted to the end.
   */
  probe(rank: number, bar: number): number {
    this.#visited++;
    const added = this.#ground.selectors[rank]!;
    const bound = this.#countInside(added, bar);
    if (!(bound >= bar) || this.inside.cover < this.#leastCover) return Number.NEGATIVE_INFINITY;
    this.#countMaybe(added);
    return bound;
  }

  /** What the last probe counted, under the selectors it was made of. */
  counted(ranks: readonly number[]): Counted {
    return {
      ranks: ranks.toSorted((a, b) => a - b),
      inside: { ...this.inside },
      maybe: { ...this.maybe },
      quality: this.#gauge.quality(this.inside, this.maybe),
    };
  }

  /** Whether two selectors leave the same rows of the opened conjunction. */
  alike(one: number, other: number): boolean {
    const [a, b] = [this.#ground.selectors[one]!, this.#ground.selectors[other]!];
    return agree(this.#rows, a.rows(), b.rows()) && agree(this.#open, a.maybe(), b.maybe());
  }

  #countInside(added: GroundSelector, bar: number): number {
    if (this.#rows === this.#ground.everything) return this.#gauge.alone(added, this.inside);
    const [a, b] = [this.#rows, added.rows()];
    const bound = this.#gauge.bound(a, b, this.inside);
    if (!(bound >= bar)) return Number.NEGATIVE_INFINITY;
    const wanted = this.#last ? bar : Number.NEGATIVE_INFINITY;
    return this.#gauge.finish({ a, b }, this.inside, wanted) ? bound : Number.NEGATIVE_INFINITY;
  }

  #countMaybe(added: GroundSelector): void {
    if (this.#open === this.#rows && added.complete) {
      this.maybe.cover = this.inside.cover;
      this.maybe.sum = this.inside.sum;
      return;
    }
    const [a, b] = [this.#open, added.maybe()];
    this.#gauge.bound(a, b, this.maybe);
    this.#gauge.finish({ a, b }, this.maybe, Number.NEGATIVE_INFINITY);
  }
}

/** Rows of all parts: the one part itself, else written into `into`; null without parts. */
function intersect(parts: readonly Int32Array[], into: Int32Array): Int32Array | null {
  const [first, second, ...others] = parts;
  if (first === undefined || second === undefined) return first ?? null;
  for (let w = 0; w < into.length; w++) into[w] = first[w]! & second[w]!;
  for (const part of others) for (let w = 0; w < into.length; w++) into[w]! &= part[w]!;
  return into;
}

function agree(within: Int32Array, a: Int32Array, b: Int32Array): boolean {
  for (let w = 0; w < within.length; w++) if ((within[w]! & (a[w]! ^ b[w]!)) !== 0) return false;
  return true;
}
