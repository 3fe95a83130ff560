import { pathToFileURL } from 'node:url';
import { createRandom, hashSeed, type Random } from '../src/base/stats/index.ts';
import { type DiscoveryInput, type DiscoveryResult, discover } from '../src/stages/discovery/index.ts';
import { type Column, drawCustomers, inputOf, traitOf } from './discovery-simulation.ts';
import { writeBench } from './write-bench.ts';

const FIELDS = 20;
/** Share of those with the one trait who have the other; of those without, as many have not. */
const TOGETHER = 0.8;
const DAYS = 730;
/** The field that acts where one does; its share does not change. */
const ACTING = 'f0';

interface PairRow {
  readonly n: number;
  readonly acts: 'B alone' | 'both' | 'both, weaker';
  readonly labelOnly: boolean;
  readonly sets: number;
  /** Sets in which A and B are both supported or suggestive; only these can be called anything. */
  readonly shown: number;
  /** Of these: A explained by B, B explained by A, and A or B marked as not told apart. */
  readonly explained: number;
  readonly reversed: number;
  readonly notToldApart: number;
}

interface DriftRow {
  readonly n: number;
  readonly kind: 'value drifts' | 'first outcomes cut off' | 'no drift' | 'value drifts, a trait acts';
  readonly sets: number;
  /** Sets with a supported pattern, and with one that is not marked as a matter of time. */
  readonly supported: number;
  readonly unflagged: number;
  readonly patterns: number;
  readonly patternsExplained: number;
  readonly patternsUnflagged: number;
  /** Sets in which the trait that acts is supported, and in which it is marked as a matter of time all the same. */
  readonly trait: number;
  readonly traitFlagged: number;
}

/** How often a trait that only goes with another, or with the time of the start, is called what it is. */
export async function main(): Promise<void> {
  const sets = Number(process.argv[2] ?? 200);
  const permutations = Number(process.argv[3] ?? 299);
  const pairs: PairRow[] = [];
  for (const n of [120, 300])
    for (const acts of ['B alone', 'both', 'both, weaker'] as const)
      for (const labelOnly of [false, true])
        pairs.push(measurePair({ n, acts, labelOnly, sets }, permutations));
  console.table(pairs);
  const drift: DriftRow[] = [];
  for (const n of [120, 300])
    for (const kind of [
      'value drifts',
      'first outcomes cut off',
      'no drift',
      'value drifts, a trait acts',
    ] as const)
      drift.push(measureDrift({ n, kind, sets }, permutations));
  console.table(drift);
  writeBench('discovery-confounding', { pairs, drift });
}

function measurePair(
  cell: Pick<PairRow, 'n' | 'acts' | 'labelOnly' | 'sets'>,
  permutations: number,
): PairRow {
  const counts = { shown: 0, explained: 0, reversed: 0, notToldApart: 0 };
  for (let s = 0; s < cell.sets; s++) {
    const seed = hashSeed(`pair ${cell.n} ${cell.acts} ${s}`);
    const result = found(drawPair(seed, cell, permutations));
    const [b, a] = ['f0', 'f1'].map((field) =>
      result.patterns.find((p) => p.field === field && p.verdict !== 'none'),
    );
    if (a === undefined || b === undefined) continue;
    counts.shown++;
    if (a.doubts.some(({ kind, by }) => kind === 'explained' && by === b.id)) counts.explained++;
    else if (b.doubts.some(({ kind, by }) => kind === 'explained' && by === a.id)) counts.reversed++;
    else if ([...a.doubts, ...b.doubts].some(({ by }) => by === a.id || by === b.id)) counts.notToldApart++;
  }
  return { ...cell, ...counts };
}

/** Field 0 is B, which acts; field 1 is A, which goes with B and acts by itself or does not. */
function drawPair(
  seed: number,
  { n, acts, labelOnly }: Pick<PairRow, 'n' | 'acts' | 'labelOnly'>,
  permutations: number,
): DiscoveryInput {
  const random = createRandom(seed);
  const strength = acts === 'both, weaker' ? 0.6 : 0.75;
  const trait = traitOf('yes-no', strength, 0.3);
  const { value, columns } = drawCustomers(random, { n, fields: FIELDS - 1, traits: [trait] });
  const b = columns[0]!.values as readonly boolean[];
  const a = b.map((yes) => random.next() < (yes ? TOGETHER : 1 - TOGETHER));
  if (acts !== 'B alone')
    a.forEach((yes, i) => {
      if (yes) value[i]! += trait.shift;
    });
  const second: Column = { kind: 'yes-no', values: a };
  return inputOf(
    { value, columns: [columns[0]!, second, ...columns.slice(1)] },
    { seed, permutations, labelOnly },
  );
}

function measureDrift(cell: Pick<DriftRow, 'n' | 'kind' | 'sets'>, permutations: number): DriftRow {
  const counts = {
    supported: 0,
    unflagged: 0,
    patterns: 0,
    patternsExplained: 0,
    patternsUnflagged: 0,
    trait: 0,
    traitFlagged: 0,
  };
  for (let s = 0; s < cell.sets; s++) {
    const seed = hashSeed(`drift ${cell.n} ${cell.kind} ${s}`);
    const acts = cell.kind === 'value drifts, a trait acts';
    const supported = found(drawDrift(seed, cell, permutations)).patterns.filter(
      ({ verdict }) => verdict === 'supported',
    );
    const trait = supported.find(({ field }) => acts && field === ACTING);
    const shown = supported.filter((pattern) => pattern !== trait);
    if (trait !== undefined) counts.trait++;
    if (trait !== undefined && trait.cohort !== null) counts.traitFlagged++;
    const unflagged = shown.filter(({ cohort }) => cohort === null);
    if (shown.length > 0) counts.supported++;
    if (unflagged.length > 0) counts.unflagged++;
    counts.patterns += shown.length;
    counts.patternsExplained += shown.filter(({ cohort }) => cohort === 'explained').length;
    counts.patternsUnflagged += unflagged.length;
  }
  return { ...cell, ...counts };
}

/** No field acts, or the first does. Rows are in order of their start over two years; half of the fields changed in that time. */
function drawDrift(
  seed: number,
  { n, kind }: Pick<DriftRow, 'n' | 'kind'>,
  permutations: number,
): DiscoveryInput {
  const random = createRandom(seed);
  const traits = kind === 'value drifts, a trait acts' ? [traitOf('yes-no', 0.75, 0.3)] : [];
  const { value, columns } = drawCustomers(random, { n, fields: FIELDS, traits });
  const drifting = columns.map((column, f) => (f % 2 === 1 ? drift(random, column) : column));
  const labelOnly = kind === 'first outcomes cut off';
  const shift = kind.startsWith('value drifts') ? 2 : 0;
  const drifted = value.map((v, i) => v + shift * (i / n));
  const input = inputOf({ value: drifted, columns: drifting }, { seed, permutations, labelOnly });
  const startedOn = Float64Array.from(value, (_, i) => 18_262 + Math.floor((DAYS * i) / n));
  return { ...input, startedOn, label: labelOnly ? cutOff(random, input.label) : input.label };
}

/** Of the first fourth of the records nine in ten wins are missing. */
function cutOff(random: Random, label: Uint8Array): Uint8Array {
  return label.map((won, i) => (i < label.length / 4 && random.next() < 0.9 ? 0 : won));
}

/** Later rows take more often the value of one of the last fourth, so that late values are few and of late rows. */
function drift(random: Random, column: Column): Column {
  const n = column.values.length;
  const late = column.values[n - 1] ?? null;
  const values = column.values.map((cell, i) => (random.next() < 0.6 * (i / n) ? late : cell));
  return { ...column, values } as Column;
}

function found(input: DiscoveryInput): DiscoveryResult {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.why);
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
