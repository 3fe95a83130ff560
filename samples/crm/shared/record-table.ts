/** Values of a record by the vendor's names for them. */
export type FieldValues<V> = Readonly<Record<string, V>>;

/** Where the records come from that were never touched. */
export interface RecordSource<V> {
  readonly count: number;
  readonly firstId: number;
  /** Distance between the ids of neighbours. */
  readonly idStep: number;
  readonly values: (row: number) => FieldValues<V>;
  readonly createdAt: (row: number) => number;
  readonly modifiedAt: (row: number) => number;
}

/** A record as it stands. Times are milliseconds since 1970; rows are places in the table. */
export interface StoredRecord<V> {
  readonly row: number;
  readonly id: number;
  readonly values: FieldValues<V>;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly archivedAt: number | null;
  /** The row that this one was merged into. */
  readonly mergedInto: number | null;
  /** The rows that were merged into this one, those that had been merged into them included. */
  readonly mergedFrom: readonly number[];
}

interface Touched<V> extends Omit<StoredRecord<V>, 'row' | 'id' | 'values'> {
  /** What differs from the source. */
  readonly changes: FieldValues<V>;
  readonly since: number;
}

/**
 * Records that can be changed: those of the source are made when read, only what was touched is kept (with its earlier
 * states, for an index that lags).
 */
export class RecordTable<V> {
  readonly #source: RecordSource<V>;
  readonly #states = new Map<number, Touched<V>[]>();
  /** When records of the source last changed; 0: not looked at yet. */
  readonly #sourceTimes: Float64Array;
  #count: number;
  #version = 0;
  #lastChange: number | null = null;

  constructor(source: RecordSource<V>) {
    this.#source = source;
    this.#count = source.count;
    this.#sourceTimes = new Float64Array(source.count);
  }

  /** Rows so far, archived and merged ones included. */
  get count(): number {
    return this.#count;
  }

  /** Moves with every change. */
  get version(): number {
    return this.#version;
  }

  /** The moment of the last change, or null. */
  get lastChange(): number | null {
    return this.#lastChange;
  }

  idOf(row: number): number {
    return this.#source.firstId + row * this.#source.idStep;
  }

  /** The row of an id, or null when there never was one. */
  rowOf(id: string | number): number | null {
    const row = (Number(id) - this.#source.firstId) / this.#source.idStep;
    return Number.isInteger(row) && row >= 0 && row < this.#count ? row : null;
  }

  /** The first row whose id is at least `id`. */
  rowFrom(id: number): number {
    return Math.max(0, Math.ceil((id - this.#source.firstId) / this.#source.idStep));
  }

  read(row: number): StoredRecord<V> {
    return this.#stored(row, this.#states.get(row)?.at(-1));
  }

  /** The record as an index knew it that has seen changes up to `at`; null when it had not seen it yet. */
  readAsOf(row: number, at: number): StoredRecord<V> | null {
    const states = this.#states.get(row);
    if (states === undefined) return this.read(row);
    const seen = states.findLast((state) => state.since <= at);
    if (seen !== undefined) return this.#stored(row, seen);
    return row < this.#source.count ? this.#stored(row, undefined) : null;
  }

  modifiedAt(row: number): number {
    return this.#states.get(row)?.at(-1)?.modifiedAt ?? this.#sourceModifiedAt(row);
  }

  /** Whether the record is neither archived nor merged into another. */
  isLive(row: number): boolean {
    const state = this.#states.get(row)?.at(-1);
    return state === undefined || (state.archivedAt === null && state.mergedInto === null);
  }

  /** The row that a row stands for now: itself, or the last that it was merged into. */
  resolve(row: number): number {
    let at = row;
    for (;;) {
      const next = this.#states.get(at)?.at(-1)?.mergedInto ?? null;
      if (next === null) return at;
      at = next;
    }
  }

  create(values: FieldValues<V>, at: number): number {
    const row = this.#count++;
    const fresh = { createdAt: at, modifiedAt: at, archivedAt: null, mergedInto: null, mergedFrom: [] };
    this.#push(row, { ...fresh, changes: values, since: at });
    return row;
  }

  update(row: number, changes: FieldValues<V>, at: number): void {
    const state = this.#current(row);
    this.#push(row, { ...state, changes: { ...state.changes, ...changes }, modifiedAt: at, since: at });
  }

  archive(row: number, at: number): void {
    this.#push(row, { ...this.#current(row), archivedAt: at, modifiedAt: at, since: at });
  }

  restore(row: number, at: number): void {
    this.#push(row, { ...this.#current(row), archivedAt: null, modifiedAt: at, since: at });
  }

  /** Merges the second row into the first, which keeps its id. */
  merge(rows: readonly [number, number], at: number): number {
    const [winner, loser] = rows;
    const kept = this.#current(winner);
    const mergedFrom = [...kept.mergedFrom, loser, ...this.#current(loser).mergedFrom];
    this.#push(winner, { ...kept, mergedFrom, modifiedAt: at, since: at });
    this.#push(loser, { ...this.#current(loser), mergedInto: winner, modifiedAt: at, since: at });
    return winner;
  }

  /** Merges two rows into a new one with a new id and the first row's values, where it has any. */
  mergeAsNew(rows: readonly [number, number], at: number): number {
    const [first, second] = rows.map((row) => this.read(row)) as [StoredRecord<V>, StoredRecord<V>];
    const known = Object.entries(first.values).filter(([, value]) => value !== null);
    const merged = this.create({ ...second.values, ...(Object.fromEntries(known) as FieldValues<V>) }, at);
    const mergedFrom = [first.row, ...first.mergedFrom, second.row, ...second.mergedFrom];
    const createdAt = Math.min(first.createdAt, second.createdAt);
    this.#states.set(merged, [{ ...this.#current(merged), createdAt, mergedFrom }]);
    for (const { row } of [first, second])
      this.#push(row, { ...this.#current(row), mergedInto: merged, modifiedAt: at, since: at });
    return merged;
  }

  #current(row: number): Touched<V> {
    return this.#states.get(row)?.at(-1) ?? this.#untouched(row);
  }

  #untouched(row: number): Touched<V> {
    const createdAt = this.#source.createdAt(row);
    const modifiedAt = this.#sourceModifiedAt(row);
    const nothing = { archivedAt: null, mergedInto: null, mergedFrom: [], changes: {} };
    return { ...nothing, createdAt, modifiedAt, since: Number.NEGATIVE_INFINITY };
  }

  #push(row: number, state: Touched<V>): void {
    this.#version++;
    this.#lastChange = state.since;
    const hourAgo = state.since - 3_600_000;
    const states = this.#states.get(row) ?? [];
    const lastOld = states.findLastIndex((old) => old.since <= hourAgo);
    this.#states.set(row, [...states.slice(Math.max(0, lastOld)), state]);
  }

  #stored(row: number, state: Touched<V> | undefined): StoredRecord<V> {
    if (state === undefined) return new UntouchedRecord(this.#source, row, this.#sourceModifiedAt(row));
    const { changes, since: _, ...rest } = state;
    const isFromSource = row < this.#source.count;
    const values = isFromSource ? { ...this.#source.values(row), ...changes } : changes;
    return { row, id: this.idOf(row), values, ...rest };
  }

  #sourceModifiedAt(row: number): number {
    const known = this.#sourceTimes[row]!;
    if (known > 0) return known;
    const at = this.#source.modifiedAt(row);
    this.#sourceTimes[row] = at;
    return at;
  }
}

/** A record that was never touched makes its values only when they are looked at: searches look at few. */
class UntouchedRecord<V> implements StoredRecord<V> {
  readonly row: number;
  readonly modifiedAt: number;
  readonly #source: RecordSource<V>;
  #values: FieldValues<V> | null = null;

  constructor(source: RecordSource<V>, row: number, modifiedAt: number) {
    this.#source = source;
    this.row = row;
    this.modifiedAt = modifiedAt;
  }

  get id(): number {
    return this.#source.firstId + this.row * this.#source.idStep;
  }

  get values(): FieldValues<V> {
    this.#values ??= this.#source.values(this.row);
    return this.#values;
  }

  get createdAt(): number {
    return this.#source.createdAt(this.row);
  }

  get archivedAt(): null {
    return null;
  }

  get mergedInto(): null {
    return null;
  }

  get mergedFrom(): readonly number[] {
    return none;
  }
}

const none: readonly number[] = [];
