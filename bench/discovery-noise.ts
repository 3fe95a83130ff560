import { pathToFileURL } from 'node:url';
import { createRandom, hashSeed, type Random } from '../src/base/stats/index.ts';
import { discover } from '../src/stages/discovery/index.ts';
import { type Column, type Customers, drawCustomers, inputOf } from './discovery-simulation.ts';
import { writeBench } from './write-bench.ts';

/** What one size of noise set gave. */
interface NoiseRow {
  readonly n: number;
  readonly kind: 'plain' | 'messy';
  readonly labelOnly: boolean;
  readonly sets: number;
  /** Sets with at least one supported pattern; the bar is 16 of 200. */
  readonly supported: number;
  readonly suggestiveSets: number;
  readonly suggestiveMean: number;
}

/**
 * How often discovery claims something on data in which nothing is true. `messy` adds columns that drift with the
 * start date, values missing more for recent customers, copies of columns, and categories of many rare values.
 */
export async function main(): Promise<void> {
  const sets = Number(process.argv[2] ?? 200);
  const permutations = process.argv[3] === undefined ? null : Number(process.argv[3]);
  const rows: NoiseRow[] = [];
  for (const n of [24, 60, 300])
    for (const kind of ['plain', 'messy'] as const)
      for (const labelOnly of [false, true]) {
        rows.push(measure({ n, kind, labelOnly, sets, permutations }));
        console.table(rows.slice(-1));
      }
  console.table(rows);
  writeBench('discovery-noise', rows);
}

function measure(
  cell: Pick<NoiseRow, 'n' | 'kind' | 'labelOnly' | 'sets'> & { readonly permutations: number | null },
): NoiseRow {
  const { n, kind, labelOnly, sets, permutations } = cell;
  let supported = 0;
  let suggestiveSets = 0;
  let suggestive = 0;
  for (let s = 0; s < sets; s++) {
    const seed = hashSeed(`noise ${n} ${kind} ${s}`);
    const random = createRandom(seed);
    const plain = drawCustomers(random, { n, fields: 20, traits: [] });
    const customers = kind === 'plain' ? plain : mess(random, plain);
    const result = discover(inputOf(customers, { seed, permutations, labelOnly }));
    if (result.kind !== 'discovery') throw new Error(result.why);
    if (result.patterns.some(({ verdict }) => verdict === 'supported')) supported++;
    if (result.suggestive.found > 0) suggestiveSets++;
    suggestive += result.suggestive.found;
  }
  return { n, kind, labelOnly, sets, supported, suggestiveSets, suggestiveMean: suggestive / sets };
}

/** Makes noise look like an export: rows are in order of their start date. */
function mess(random: Random, { value, columns }: Customers): Customers {
  const n = value.length;
  const drifting = columns
    .slice(0, 16)
    .map((column, f) => lose(random, f % 3 === 0 ? drift(random, column) : column));
  const copies = [drifting[1]!, drifting[2]!];
  const rare = Array.from({ length: 2 }, (): Column => {
    const values = Array.from({ length: n }, () => `v${Math.floor(n * 0.6 * random.next() ** 3)}`);
    return { kind: 'category', values };
  });
  return { value, columns: [...drifting, ...copies, ...rare] };
}

/** Later rows take more often the value of a late row. */
function drift(random: Random, column: Column): Column {
  const n = column.values.length;
  const from = (i: number): number =>
    random.next() < 0.5 * (i / n) ? n - 1 - random.integer(Math.ceil(n / 4)) : i;
  const source = Array.from({ length: n }, (_, i) => from(i));
  return { ...column, values: source.map((i) => column.values[i] ?? null) } as Column;
}

function lose(random: Random, column: Column): Column {
  const most = 0.6 * random.next();
  const n = column.values.length;
  const values = column.values.map((value, i) => (random.next() < most * (i / n) ? null : value));
  return { ...column, values } as Column;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
