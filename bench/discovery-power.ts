import { pathToFileURL } from 'node:url';
import { createRandom, hashSeed, logOddsRatio } from '../src/base/stats/index.ts';
import { type DiscoveryResult, discover, type Pattern } from '../src/stages/discovery/index.ts';
import {
  bestThird,
  type Column,
  type Customers,
  drawCustomers,
  holds,
  inputOf,
  type Trait,
  traitOf,
} from './discovery-simulation.ts';
import { writeBench } from './write-bench.ts';

const KINDS = ['yes-no', 'number', 'category'] as const;
const FIELDS = 20;

/** Customers of a cell, and a population large enough to know the truth. */
interface Cell {
  readonly n: number;
  readonly name: string;
  readonly traits: readonly Trait[];
  readonly labelOnly: boolean;
}

interface Row extends Omit<Cell, 'traits'> {
  readonly sets: number;
  /** Planted traits found supported, suggestive or better. */
  readonly recall: number;
  readonly suggestive: number;
  /** Sets with a supported pattern on a field that was not planted. */
  readonly falseSets: number;
  /** Jaccard of supported windows and groups with what was planted. */
  readonly jaccard: number;
  readonly errors: Readonly<Record<'supported' | 'suggestive', Errors>>;
}

/** Power, recall behind other traits, and how the lifts that are shown compare with the truth. */
export async function main(): Promise<void> {
  const sets = Number(process.argv[2] ?? 200);
  const permutations = process.argv[3] === undefined ? null : Number(process.argv[3]);
  const only = process.argv[4];
  const rows: Row[] = [];
  for (const cell of cells().filter(({ name }) => only === undefined || name.includes(only))) {
    rows.push(measure(cell, sets, permutations));
  }
  console.table(rows.map(({ errors, ...row }) => ({ ...row, ...words({ errors }) })));
  console.table(pooled(rows));
  writeBench('discovery-power', { rows, pooled: pooled(rows) });
}

function cells(): readonly Cell[] {
  const one = [
    [24, 0.9, 0.2],
    [24, 0.75, 0.3],
    [60, 0.75, 0.3],
    [120, 0.75, 0.3],
    [120, 0.5, 0.3],
    [300, 0.75, 0.3],
    [300, 0.5, 0.3],
  ] as const;
  const single = one.flatMap(([n, inBest, inRest]) =>
    KINDS.flatMap((kind) =>
      [false, true].map((labelOnly) => ({
        n,
        name: `one ${kind} ${inBest} v ${inRest}`,
        traits: [traitOf(kind, inBest, inRest)],
        labelOnly,
      })),
    ),
  );
  const shares = ['yes-no', 'yes-no', 'number', 'category'] as const;
  const four = [60, 120, 300].flatMap((n) =>
    [false, true].map((labelOnly) => ({
      n,
      name: 'four',
      traits: shares.map((kind) => traitOf(kind, 0.75, 0.3)),
      labelOnly,
    })),
  );
  return [...single, ...four];
}

function measure(cell: Cell, sets: number, permutations: number | null): Row {
  const population = drawCustomers(createRandom(7), {
    n: 60_000,
    fields: cell.traits.length,
    traits: cell.traits,
  });
  const truth = truths(population);
  const tally = new Tally(cell.traits.length);
  for (let s = 0; s < sets; s++) {
    const seed = hashSeed(`power ${cell.n} ${cell.name} ${s}`);
    const customers = drawCustomers(createRandom(seed), { n: cell.n, fields: FIELDS, traits: cell.traits });
    const result = discover(inputOf(customers, { seed, permutations, labelOnly: cell.labelOnly }));
    if (result.kind !== 'discovery') throw new Error(result.why);
    tally.add(result, cell.traits, truth);
  }
  return { n: cell.n, name: cell.name, labelOnly: cell.labelOnly, sets, ...tally.figures(sets) };
}

/** True log odds ratio of a condition on a planted field, and its Jaccard with the planted trait. */
type Truth = (field: number, pattern: Pattern) => { readonly odds: number; readonly jaccard: number };

function truths({ value, columns }: Customers): Truth {
  const best = bestThird(value);
  const n = best.length;
  const all = best.reduce((sum, y) => sum + y, 0);
  return (field, { conditions }) => {
    const column = columns[field]!;
    let inside = 0;
    let bestInside = 0;
    let both = 0;
    let either = 0;
    column.values.forEach((cell, i) => {
      const covered = holds(conditions[0]!, cell);
      const planted = isPlanted(column, i);
      if (covered) inside++;
      if (covered && best[i] === 1) bestInside++;
      if (covered && planted) both++;
      if (covered || planted) either++;
    });
    const [b, c] = [inside - bestInside, all - bestInside];
    return { odds: Math.log((bestInside * (n - all - b)) / (b * c)), jaccard: both / either };
  };
}

function isPlanted(column: Column, i: number): boolean {
  const cell = column.values[i];
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'string') return cell === 'v0' || cell === 'v1';
  const share = 0.45;
  return typeof cell === 'number' && cell >= 0.7 * (1 - share) && cell < 0.7 * (1 - share) + share;
}

/** Sums over the sets of one cell. */
class Tally {
  readonly #traits: number;
  #recall = 0;
  #suggestive = 0;
  #falseSets = 0;
  readonly #jaccards: number[] = [];
  readonly #errors = { supported: newErrors(), suggestive: newErrors() };

  constructor(traits: number) {
    this.#traits = traits;
  }

  add(result: DiscoveryResult, traits: readonly Trait[], truth: Truth): void {
    let wrong = false;
    for (const pattern of result.patterns) {
      if (pattern.verdict === 'none') continue;
      const field = Number(pattern.field.slice(1));
      const planted = field < traits.length;
      const real = planted ? truth(field, pattern) : { odds: 0, jaccard: 0 };
      if (planted) this.#suggestive++;
      if (planted && pattern.verdict === 'supported') this.#recall++;
      if (planted && pattern.verdict === 'supported' && traits[field]!.kind === 'number')
        this.#jaccards.push(real.jaccard);
      if (!planted && pattern.verdict === 'supported') wrong = true;
      addError(this.#errors[pattern.verdict], pattern, real.odds);
    }
    if (wrong) this.#falseSets++;
  }

  figures(sets: number) {
    return {
      recall: this.#recall / (sets * this.#traits),
      suggestive: this.#suggestive / (sets * this.#traits),
      falseSets: this.#falseSets,
      jaccard: this.#jaccards.reduce((sum, x) => sum + x, 0) / this.#jaccards.length,
      errors: this.#errors,
    };
  }
}

/** Coverage, mean bias and mean miss of the log lifts that were shown, supported / suggestive, beside the naive. */
function words({ errors }: Pick<Row, 'errors'>) {
  const both = (part: (e: Errors) => number): string =>
    [errors.supported, errors.suggestive]
      .map((e) => (e.shown ? part(e) / e.shown : NaN).toFixed(2))
      .join(' / ');
  return {
    coverage: both((e) => e.covered),
    naiveCoverage: both((e) => e.naiveCovered),
    bias: both((e) => e.bias),
    naiveBias: both((e) => e.naiveBias),
    miss: both((e) => e.miss),
    naiveMiss: both((e) => e.naiveMiss),
  };
}

/** All that was shown at one size, whatever the traits: what the bars of coverage are about. */
function pooled(rows: readonly Row[]) {
  const sizes = [...new Set(rows.map(({ n }) => n))];
  return sizes.map((n) => {
    const errors = { supported: newErrors(), suggestive: newErrors() };
    for (const row of rows.filter((r) => r.n === n))
      for (const verdict of ['supported', 'suggestive'] as const)
        for (const key of Object.keys(newErrors()) as (keyof Errors)[])
          errors[verdict][key] += row.errors[verdict][key];
    return { n, ...words({ errors }) };
  });
}

function newErrors() {
  return { shown: 0, covered: 0, naiveCovered: 0, bias: 0, naiveBias: 0, miss: 0, naiveMiss: 0 };
}

type Errors = ReturnType<typeof newErrors>;

/** The truth is taken as a lift at the margins of the sample, as the product states its lifts. */
function addError(errors: Errors, pattern: Pattern, odds: number): void {
  const { best, rest, lift, interval, direction } = pattern;
  const sign = direction === 'for' ? 1 : -1;
  const truth = liftAt(odds, pattern);
  const naive = logOddsRatio(best.n, rest.n, best.of - best.n, rest.of - rest.n);
  errors.shown++;
  if (truth >= interval[0] && truth <= interval[1]) errors.covered++;
  if (Math.abs(odds - naive.estimate) <= 1.645 * naive.error) errors.naiveCovered++;
  const off = sign * Math.log(lift / truth);
  const naiveOff = sign * Math.log(liftAt(naive.estimate, pattern) / truth);
  errors.bias += off;
  errors.naiveBias += naiveOff;
  errors.miss += Math.abs(off);
  errors.naiveMiss += Math.abs(naiveOff);
}

/** Lift that a log odds ratio amounts to at the margins of a pattern, by bisection on best records inside. */
function liftAt(odds: number, { best, rest }: Pattern): number {
  const n = best.of + rest.of;
  const cover = best.n + rest.n;
  let low = Math.max(0, cover - rest.of);
  let high = Math.min(cover, best.of);
  for (let i = 0; i < 60; i++) {
    const a = (low + high) / 2;
    if (Math.log((a * (rest.of - cover + a)) / ((cover - a) * (best.of - a))) < odds) low = a;
    else high = a;
  }
  return (low + high) / 2 / cover / (best.of / n);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
