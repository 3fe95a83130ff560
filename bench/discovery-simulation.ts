import type { Condition } from '../src/base/expr/index.ts';
import { hashSeed, normalUpperTail, type Random } from '../src/base/stats/index.ts';
import {
  type CandidateField,
  codeCategories,
  codeNumbers,
  codeTruths,
  type DiscoveryInput,
  type FieldAbout,
} from '../src/stages/discovery/index.ts';

/** A plain column of simulated customers. */
export type Column =
  | { readonly kind: 'yes-no'; readonly values: (boolean | null)[] }
  | { readonly kind: 'number'; readonly values: (number | null)[] }
  | { readonly kind: 'category'; readonly values: (string | null)[] };

/** One trait that the value depends on: in one column, or a pair of yes/no columns of which both must be yes. */
export interface Trait {
  readonly kind: Column['kind'] | 'pair';
  /** Share of the population that has it. */
  readonly share: number;
  /** What it adds to the value, in standard deviations of the rest. */
  readonly shift: number;
}

/** Simulated customers: the first columns carry the traits, in order, a pair two of them. */
export interface Customers {
  readonly value: Float64Array;
  readonly columns: readonly Column[];
}

/** Customers with who has each trait. */
export interface PlantedCustomers extends Customers {
  readonly has: readonly (readonly boolean[])[];
}

const NOISE_KINDS = ['yes-no', 'number', 'category'] as const;
const LEVELS = [6, 4, 8, 5, 10, 6, 4];

/** Draws customers with the given traits and noise up to `fields` columns. */
export function drawCustomers(
  random: Random,
  plan: { readonly n: number; readonly fields: number; readonly traits: readonly Trait[] },
): PlantedCustomers {
  const value = Float64Array.from({ length: plan.n }, () => random.normal());
  const drawn = plan.traits.map((trait) => {
    const one = drawTrait(random, plan.n, trait);
    one.has.forEach((yes, i) => {
      if (yes) value[i]! += trait.shift;
    });
    return one;
  });
  const planted = drawn.flatMap(({ columns }) => columns);
  const noise = Array.from({ length: plan.fields - planted.length }, (_, f) => drawNoise(random, plan.n, f));
  return { value, columns: [...planted, ...noise], has: drawn.map(({ has }) => has) };
}

function drawTrait(random: Random, n: number, { kind, share }: Trait) {
  const draw = (of: number): boolean[] => Array.from({ length: n }, () => random.next() < of);
  if (kind !== 'pair') {
    const has = draw(share);
    return { has, columns: [showTrait(random, { kind, share }, has)] };
  }
  const [first, second] = [draw(Math.sqrt(share)), draw(Math.sqrt(share))];
  const columns = [first, second].map((values): Column => ({ kind: 'yes-no', values }));
  return { has: first.map((yes, i) => yes && second[i]!), columns };
}

/** A middle window of a uniform number; or the first two of six values of a category. */
function showTrait(
  random: Random,
  { kind, share }: { readonly kind: Column['kind']; readonly share: number },
  has: readonly boolean[],
): Column {
  switch (kind) {
    case 'yes-no':
      return { kind, values: [...has] };
    case 'number': {
      const low = 0.7 * (1 - share);
      const outside = () => {
        const at = random.next() * (1 - share);
        return at < low ? at : at + share;
      };
      return { kind, values: has.map((yes) => (yes ? low + random.next() * share : outside())) };
    }
    case 'category':
      return { kind, values: has.map((yes) => `v${yes ? random.integer(2) : 2 + random.integer(4)}`) };
  }
}

function drawNoise(random: Random, n: number, f: number): Column {
  const kind = NOISE_KINDS[f % NOISE_KINDS.length]!;
  const draw = <T>(one: () => T): T[] => Array.from({ length: n }, one);
  switch (kind) {
    case 'yes-no': {
      const share = 0.2 + 0.4 * random.next();
      return { kind, values: draw(() => random.next() < share) };
    }
    case 'number':
      return { kind, values: draw(() => random.normal()) };
    case 'category': {
      const levels = LEVELS[f % LEVELS.length]!;
      return { kind, values: draw(() => `v${Math.floor(levels * random.next() ** 1.3)}`) };
    }
  }
}

/** The share and shift that give a trait these shares in the best third and in the rest. */
export function traitOf(kind: Trait['kind'], inBest: number, inRest: number): Trait {
  const share = inBest / 3 + (2 * inRest) / 3;
  const bestShare = (shift: number): number => {
    const cut = bisect((c) => share * normalUpperTail(c - shift) + (1 - share) * normalUpperTail(c) - 1 / 3);
    return share * normalUpperTail(cut - shift) * 3;
  };
  return { kind, share, shift: bisect((shift) => inBest - bestShare(shift)) };
}

/** Root of a falling function on -10..10. */
function bisect(f: (x: number) => number): number {
  let low = -10;
  let high = 10;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The best third by value, as labels. */
export function bestThird(value: Float64Array): Uint8Array {
  const cut = value.slice().sort()[value.length - Math.round(value.length / 3)]!;
  return Uint8Array.from(value, (v) => Number(v >= cut));
}

/** Codes the columns as discovery takes them: field `f3` is column 3. */
export function codeColumns(columns: readonly Column[]): readonly CandidateField[] {
  return columns.map((column, f) => {
    const about: FieldAbout = {
      id: `f${f}`,
      column: `f${f}`,
      label: `field ${f}`,
      layer: 'firmographic',
      known: 'before',
      knownBy: 'guessed',
      searchable: true,
      perAccount: true,
    };
    if (column.kind === 'number') return codeNumbers(column.values, { ...about, currency: null });
    if (column.kind === 'category') return codeCategories(column.values, about);
    const is = (value: boolean): Condition => ({ op: 'any', field: about.column, values: [value] });
    return codeTruths(column.values, { ...about, kind: 'boolean', yes: is(true), no: is(false) });
  });
}

/** A discovery over simulated customers; its permutations never share a random stream with the data. */
export function inputOf(
  customers: Customers,
  options: { readonly seed: number; readonly permutations: number | null; readonly labelOnly: boolean },
): DiscoveryInput {
  return {
    snapshot: 'simulated',
    asOf: '2026-01-01',
    contrast: options.labelOnly ? 'won-lost' : 'best-rest',
    unit: 'customer',
    label: bestThird(customers.value),
    value: options.labelOnly ? null : customers.value,
    components: [],
    cluster: null,
    startedOn: null,
    cutOff: false,
    fields: codeColumns(customers.columns),
    declared: [],
    reach: null,
    seed: hashSeed(`search ${options.seed}`),
    permutations: options.permutations,
    depth: 3,
    quality: 'wracc',
  };
}

/** Whether a customer's cell meets a condition on one column. */
export function holds(condition: Condition, cell: boolean | number | string | null): boolean {
  if (cell === null) return false;
  if (condition.op === 'any') return condition.values.includes(cell);
  if (condition.op !== 'window' || typeof cell !== 'number') return false;
  return cell >= (condition.low ?? -Infinity) && cell <= (condition.high ?? Infinity);
}
