import { pathToFileURL } from 'node:url';
import type { Condition } from '../src/base/expr/index.ts';
import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import { codeTruths, type DiscoveryResult, discover, needLater } from '../src/stages/discovery/index.ts';
import {
  type Column,
  type Customers,
  drawCustomers,
  holds,
  inputOf,
  traitOf,
} from './discovery-simulation.ts';
import { writeBench } from './write-bench.ts';

const FIELDS = 20;
const PERMUTATIONS = 299;
const SIZES = [8, 12, 16, 20, 25, 30, 36, 44, 48, 60];
/** Beliefs that are said, the planted one among them. */
const BELIEFS = 3;

interface PowerRow {
  readonly n: number;
  readonly inBest: number;
  readonly inRest: number;
  readonly labelOnly: boolean;
  readonly sets: number;
  /** Share of sets in which the planted yes/no trait is supported by a search, and suggestive or better. */
  readonly searched: number;
  readonly suggestive: number;
  /** The same trait, said before looking as one of three. */
  readonly said: number;
}

interface LaterRow {
  readonly n: number;
  readonly kind: 'noise' | '75% v 30%' | '60% v 30%';
  /** Customers that came after the look. */
  readonly later: number | 'as many as needLater says';
  readonly sets: number;
  /** Sets with a pattern to say: the strongest of noise, the planted one where it is suggestive. */
  readonly said: number;
  /** Of these, supported as a belief: tested on all customers, and on the later ones alone. */
  readonly onAll: number;
  readonly onLater: number;
  readonly meanLater: number;
}

/** What a founder with 8 to 60 customers can expect: of a search, of a belief said first, of one said after a look. */
export function main(): void {
  const sets = Number(process.argv[2] ?? 200);
  const power = SIZES.flatMap((n) =>
    (
      [
        [0.9, 0.2],
        [0.75, 0.3],
      ] as const
    ).flatMap(([inBest, inRest]) =>
      [false, true].map((labelOnly) => measurePower({ n, inBest, inRest, labelOnly, sets })),
    ),
  );
  console.table(power);
  const later = [
    ...[6, 12, 24, 36].map((more) => measureLater({ n: 24, kind: 'noise', later: more, sets })),
    ...([24, 60] as const).flatMap((n) =>
      (['noise', '75% v 30%', '60% v 30%'] as const).map((kind) =>
        measureLater({ n, kind, later: 'as many as needLater says', sets }),
      ),
    ),
  ];
  console.table(later);
  writeBench('discovery-small', { power, later });
}

type PowerCell = Pick<PowerRow, 'n' | 'inBest' | 'inRest' | 'labelOnly' | 'sets'>;

function measurePower(cell: PowerCell): PowerRow {
  const { n, inBest, inRest, labelOnly, sets } = cell;
  const counts = { searched: 0, suggestive: 0, said: 0 };
  for (let s = 0; s < sets; s++) {
    const seed = hashSeed(`small ${n} ${inBest} ${s}`);
    const traits = [traitOf('yes-no', inBest, inRest)];
    const customers = drawCustomers(createRandom(seed), { n, fields: FIELDS, traits });
    const input = inputOf(customers, { seed, permutations: PERMUTATIONS, labelOnly });
    const verdict = found(discover(input)).patterns.find(({ field }) => field === 'f0')?.verdict;
    if (verdict === 'supported') counts.searched++;
    if (verdict === 'supported' || verdict === 'suggestive') counts.suggestive++;
    const beliefs = [0, 3, 6].slice(0, BELIEFS);
    const declared = beliefs.map((f) => ({ field: `f${f}`, levels: [1] }));
    const told = found(discover({ ...input, declared })).patterns.find(
      ({ field, declared: isSaid }) => field === 'f0' && isSaid,
    );
    if (told?.verdict === 'supported') counts.said++;
  }
  const share = (count: number) => count / sets;
  return {
    ...cell,
    searched: share(counts.searched),
    suggestive: share(counts.suggestive),
    said: share(counts.said),
  };
}

function measureLater(cell: Pick<LaterRow, 'n' | 'kind' | 'later' | 'sets'>): LaterRow {
  const { n, kind, later, sets } = cell;
  const counts = { said: 0, onAll: 0, onLater: 0, later: 0 };
  for (let s = 0; s < sets; s++) {
    const seed = hashSeed(`later ${n} ${kind} ${s}`);
    const traits = kind === 'noise' ? [] : [traitOf('yes-no', kind === '75% v 30%' ? 0.75 : 0.6, 0.3)];
    const most = typeof later === 'number' ? later : 20 * n;
    const all = drawCustomers(createRandom(seed), { n: n + most, fields: FIELDS, traits });
    const first = found(
      discover(inputOf(firstOf(all, n), { seed, permutations: PERMUTATIONS, labelOnly: false })),
    );
    const pattern =
      kind === 'noise'
        ? first.patterns[0]
        : first.patterns.find(({ field, verdict }) => field === 'f0' && verdict === 'suggestive');
    if (pattern === undefined) continue;
    const more = typeof later === 'number' ? later : needLater(pattern, { records: n, beliefs: 1 });
    if (more === null) continue;
    const grown = firstOf(all, n + more);
    const said = { field: Number(pattern.field.slice(1)), condition: pattern.conditions[0]! };
    counts.said++;
    counts.later += more;
    if (isSupported(grown, { ...said, from: 0, seed })) counts.onAll++;
    if (isSupported(grown, { ...said, from: n, seed })) counts.onLater++;
  }
  const { said, onAll, onLater } = counts;
  return { ...cell, said, onAll, onLater, meanLater: Math.round(counts.later / Math.max(1, said)) };
}

function firstOf({ value, columns }: Customers, n: number): Customers {
  const cut = (column: Column) => ({ ...column, values: column.values.slice(0, n) }) as Column;
  return { value: value.slice(0, n), columns: columns.map(cut) };
}

/**
 * Whether a condition on one column is supported as a belief that is tested on the customers from one on. The column
 * itself is not searched, so that only the belief can be supported.
 */
function isSupported(
  customers: Customers,
  belief: {
    readonly field: number;
    readonly condition: Condition;
    readonly from: number;
    readonly seed: number;
  },
): boolean {
  const { field, condition, from, seed } = belief;
  const input = inputOf(customers, { seed, permutations: PERMUTATIONS, labelOnly: false });
  const values = customers.columns[field]!.values.map((cell, i) =>
    i < from ? null : holds(condition, cell),
  );
  const about = {
    ...input.fields[field]!,
    id: 'declared',
    kind: 'boolean' as const,
    yes: condition,
    no: null,
  };
  const fields = [codeTruths(values, about), ...input.fields.filter(({ id }) => id !== `f${field}`)];
  const result = found(discover({ ...input, fields, declared: [{ field: 'declared', levels: [1] }] }));
  return result.patterns.some(({ declared, verdict }) => declared && verdict === 'supported');
}

function found(result: ReturnType<typeof discover>): DiscoveryResult {
  if (result.kind !== 'discovery') throw new Error(result.why);
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
