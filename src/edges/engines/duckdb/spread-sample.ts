const MOST = 20_000;

interface Taken {
  readonly item: Buffer;
  readonly mixed: number;
}

/**
 * Items spread over a stream whose length nobody knows: all of them as long as they are few, then about half, a quarter
 * and so on, so that 10,000 to 20,000 remain. Which ones depends on their places only, and on these as if by chance:
 * a stream in which every fourth item is of one kind gives a fourth of them.
 */
export class SpreadSample {
  #mask = 0;
  #seen = 0;
  #mixed = 0;
  #taken: Taken[] = [];

  /** Those taken so far, in their order. */
  get items(): readonly Buffer[] {
    return this.#taken.map(({ item }) => item);
  }

  /** Counts the next item of the stream; true when it is one to take. */
  takesNext(): boolean {
    this.#mixed = mix(this.#seen);
    this.#seen += 1;
    return (this.#mixed & this.#mask) === 0;
  }

  /** Takes the item just counted; null passes it over. */
  take(item: Buffer | null): void {
    if (item === null) return;
    this.#taken.push({ item, mixed: this.#mixed });
    while (this.#taken.length > MOST) {
      this.#mask = (this.#mask << 1) | 1;
      this.#taken = this.#taken.filter(({ mixed }) => (mixed & this.#mask) === 0);
    }
  }
}

/** Mixes the bits of a number so that each depends on all: the finalizer of MurmurHash3 (Appleby 2008). */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
