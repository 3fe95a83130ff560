import type { Random } from '../src/base/stats/index.ts';
import type { Column, Customers } from './discovery-simulation.ts';

/** Customers in order of their start, of whom nothing is true. */
export interface NoiseCustomers extends Customers {
  /** Days since 1970-01-01. */
  readonly startedOn: Float64Array;
}

const FIELDS = { least: 12, most: 40 };
const FIRST_DAY = 18_993;
const DAYS = 1_095;

/**
 * An export in which nothing goes with the value: 12 to 40 fields of all kinds, of which some copy or echo another,
 * some drift with the start over three years, some lack values (the more the later), some have many rare values.
 */
export function drawNoiseCustomers(random: Random, n: number): NoiseCustomers {
  const startedOn = Float64Array.from({ length: n }, () => FIRST_DAY + random.integer(DAYS)).sort();
  const value = Float64Array.from({ length: n }, () => random.normal());
  const columns: Column[] = [];
  const fields = FIELDS.least + random.integer(FIELDS.most - FIELDS.least + 1);
  while (columns.length < fields) columns.push(drawField(random, n, columns));
  return { value, columns, startedOn };
}

function drawField(random: Random, n: number, earlier: readonly Column[]): Column {
  const other = earlier[random.integer(earlier.length)];
  const way = random.next();
  if (other !== undefined && way < 0.08) return other;
  let column = other !== undefined && way < 0.3 ? echo(random, other) : drawFresh(random, n);
  if (random.next() < 0.3) column = drift(random, column);
  return random.next() < 0.4 ? lose(random, column) : column;
}

function drawFresh(random: Random, n: number): Column {
  const draw = <T>(one: () => T): T[] => Array.from({ length: n }, one);
  const kinds: readonly (() => Column)[] = [
    () => {
      const share = 0.05 + 0.55 * random.next();
      return { kind: 'yes-no', values: draw(() => random.next() < share) };
    },
    () => ({ kind: 'number', values: draw(() => random.normal()) }),
    () => ({ kind: 'number', values: draw(() => Math.round(50 * Math.exp(1.5 * random.normal()))) }),
    () => ({ kind: 'number', values: draw(() => Math.floor(-2 * Math.log(1 - random.next()))) }),
    () => {
      const levels = 3 + random.integer(10);
      return { kind: 'category', values: draw(() => `v${Math.floor(levels * random.next() ** 1.3)}`) };
    },
    () => ({ kind: 'category', values: draw(() => `v${Math.floor(0.6 * n * random.next() ** 3)}`) }),
  ];
  return kinds[random.integer(kinds.length)]!();
}

/** Some cells of another column, the others from any of its rows: as strongly related as chance will have it. */
function echo(random: Random, column: Column): Column {
  const kept = 0.3 + 0.65 * random.next();
  return fromRows(column, (i, n) => (random.next() < kept ? i : random.integer(n)));
}

/** Later rows take more often the value of a row of the last quarter. */
function drift(random: Random, column: Column): Column {
  return fromRows(column, (i, n) =>
    random.next() < 0.5 * (i / n) ? n - 1 - random.integer(Math.ceil(n / 4)) : i,
  );
}

function fromRows(column: Column, rowOf: (i: number, n: number) => number): Column {
  const n = column.values.length;
  return { ...column, values: column.values.map((_, i) => column.values[rowOf(i, n)] ?? null) } as Column;
}

function lose(random: Random, column: Column): Column {
  const most = 0.6 * random.next();
  const late = random.next() < 0.5;
  const n = column.values.length;
  const values = column.values.map((cell, i) => (random.next() < most * (late ? i / n : 1) ? null : cell));
  return { ...column, values } as Column;
}
