/** How records of two tables belong together before anything was changed. */
export interface LinkSource {
  readonly to: (row: number) => number | null;
  readonly from: (target: number) => readonly number[];
}

/** Links from the rows of one table to at most one row of another each, which can be moved. */
export class RecordLinks {
  readonly #source: LinkSource;
  readonly #moved = new Map<number, number | null>();
  readonly #gained = new Map<number, Set<number>>();

  constructor(source: LinkSource) {
    this.#source = source;
  }

  to(row: number): number | null {
    const moved = this.#moved.get(row);
    return moved === undefined ? this.#source.to(row) : moved;
  }

  from(target: number): readonly number[] {
    const stayed = this.#source.from(target).filter((row) => !this.#moved.has(row));
    return [...stayed, ...(this.#gained.get(target) ?? [])];
  }

  /** Links a row to another target, or (null) to none. */
  move(row: number, target: number | null): void {
    const before = this.#moved.get(row);
    if (before !== undefined && before !== null) this.#gained.get(before)?.delete(row);
    this.#moved.set(row, target);
    if (target === null) return;
    const gained = this.#gained.get(target) ?? new Set<number>();
    this.#gained.set(target, gained.add(row));
  }
}
