import { isMainThread } from 'node:worker_threads';
import { createRandom, hashSeed, type Random } from '../src/base/stats/index.ts';
import { type DiscoveryInput, type DiscoveryResult, discover } from '../src/stages/discovery/index.ts';
import { type Column, drawCustomers, inputOf, traitOf } from './discovery-simulation.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import { readPlan } from './simulation-plan.ts';
import { writeBench } from './write-bench.ts';

const FIELDS = 20;
const PERMUTATIONS = 299;
/** Share of those with the one trait who have the other; of those without, as many have not. */
const TOGETHER = 0.8;
const DAYS = 730;
/** The field that acts where one does; its share does not change. */
const ACTING = 'f0';
const SIZES = [120, 300] as const;
const ACTS = ['B alone', 'both', 'both, weaker'] as const;
const DRIFTS = ['value drifts', 'first outcomes cut off', 'no drift', 'value drifts, a trait acts'] as const;

interface PairCell {
  readonly n: number;
  readonly acts: (typeof ACTS)[number];
  readonly labelOnly: boolean;
}

interface DriftCell {
  readonly n: number;
  readonly kind: (typeof DRIFTS)[number];
}

const PAIR_COUNTS = {
  /** Sets in which A and B are both supported or suggestive; only these can be called anything. */
  shown: 0,
  /** Of these: A explained by B, B explained by A, and A or B marked as not told apart. */
  explained: 0,
  reversed: 0,
  notToldApart: 0,
};

const DRIFT_COUNTS = {
  /** Sets with a supported pattern, and with one that is not marked as a matter of time. */
  supported: 0,
  unflagged: 0,
  patterns: 0,
  patternsExplained: 0,
  patternsUnflagged: 0,
  /** Sets in which the trait that acts is supported, and in which it is marked as a matter of time all the same. */
  trait: 0,
  traitFlagged: 0,
};

type Counts = Readonly<Record<string, number>>;
type Job = (PairCell | DriftCell) & { readonly seed: number };

/** How often a trait that only goes with another, or with the time of the start, is called what it is. */
async function main(): Promise<void> {
  const plan = readPlan(100);
  const pairs = SIZES.flatMap((n) =>
    ACTS.flatMap((acts) => [false, true].map((labelOnly): PairCell => ({ n, acts, labelOnly }))),
  );
  const drifts = SIZES.flatMap((n) => DRIFTS.map((kind): DriftCell => ({ n, kind })));
  const cells = [...pairs, ...drifts];
  const jobs = cells.flatMap((cell) => {
    const name = 'acts' in cell ? `pair ${cell.n} ${cell.acts}` : `drift ${cell.n} ${cell.kind}`;
    return Array.from(
      { length: plan.sets },
      (_, s): Job => ({ ...cell, seed: hashSeed(`${plan.seed} ${name} ${s}`) }),
    );
  });
  const answers = await shareOut<Job, Counts>(jobs);
  const sums = cells.map((_, c) => sumOf(answers.slice(c * plan.sets, (c + 1) * plan.sets)));
  const pairRows = pairs.map((cell, c) => ({ ...cell, ...(sums[c] as typeof PAIR_COUNTS) }));
  const driftRows = drifts.map((cell, c) => ({
    ...cell,
    ...(sums[pairs.length + c] as typeof DRIFT_COUNTS),
  }));
  const figures = { ...plan, permutations: PERMUTATIONS, pairs: pairRows, drift: driftRows };
  const record = writeBench('discovery-confounding', figures);
  printEvidence(record, plan, [
    `A goes with B (value / label only), ${plan.sets} sets a cell:`,
    pairTable(pairRows),
    `Drift over two years, ${plan.sets} sets a cell:`,
    driftTable(driftRows),
  ]);
}

function sumOf(counts: readonly Counts[]): Counts {
  return Object.fromEntries(
    Object.keys(counts[0]!).map((key) => [key, counts.reduce((sum, one) => sum + one[key]!, 0)]),
  );
}

function pairTable(rows: readonly (PairCell & typeof PAIR_COUNTS)[]): string {
  return markdownTable(
    rows
      .filter(({ labelOnly }) => !labelOnly)
      .map((byValue) => {
        const byLabel = rows.find(
          ({ n, acts, labelOnly }) => labelOnly && n === byValue.n && acts === byValue.acts,
        )!;
        const both = (key: keyof typeof PAIR_COUNTS): string => `${byValue[key]} / ${byLabel[key]}`;
        return {
          customers: byValue.n,
          'what acts': byValue.acts,
          'both shown': both('shown'),
          'A explained by B': both('explained'),
          'B by A': both('reversed'),
          'not told apart': both('notToldApart'),
        };
      }),
  );
}

function driftTable(rows: readonly (DriftCell & typeof DRIFT_COUNTS)[]): string {
  return markdownTable(
    rows.map((row) => ({
      customers: row.n,
      drift: row.kind,
      'sets with a supported pattern': row.supported,
      'with one not marked as a matter of time': row.unflagged,
      'the trait that acts: supported, marked by mistake': row.kind.endsWith('acts')
        ? `${row.trait}, ${row.traitFlagged}`
        : '-',
    })),
  );
}

function measurePair(cell: PairCell, seed: number): typeof PAIR_COUNTS {
  const result = found(drawPair(seed, cell));
  const [b, a] = ['f0', 'f1'].map((field) =>
    result.patterns.find((p) => p.conditions.length === 1 && p.field === field && p.verdict !== 'none'),
  );
  if (a === undefined || b === undefined) return PAIR_COUNTS;
  const counts = { ...PAIR_COUNTS, shown: 1 };
  if (a.doubts.some(({ kind, by }) => kind === 'explained' && by === b.id)) counts.explained = 1;
  else if (b.doubts.some(({ kind, by }) => kind === 'explained' && by === a.id)) counts.reversed = 1;
  else if ([...a.doubts, ...b.doubts].some(({ by }) => by === a.id || by === b.id)) counts.notToldApart = 1;
  return counts;
}

/** Field 0 is B, which acts; field 1 is A, which goes with B and acts by itself or does not. */
function drawPair(seed: number, { n, acts, labelOnly }: PairCell): DiscoveryInput {
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
    { seed, permutations: PERMUTATIONS, labelOnly },
  );
}

function measureDrift(cell: DriftCell, seed: number): typeof DRIFT_COUNTS {
  const supported = found(drawDrift(seed, cell)).patterns.filter(({ verdict }) => verdict === 'supported');
  const acts = cell.kind === 'value drifts, a trait acts';
  const trait = supported.find(
    ({ field, conditions }) => acts && field === ACTING && conditions.length === 1,
  );
  const shown = supported.filter((pattern) => pattern !== trait);
  const unflagged = shown.filter(({ cohort }) => cohort === null);
  return {
    supported: Number(shown.length > 0),
    unflagged: Number(unflagged.length > 0),
    patterns: shown.length,
    patternsExplained: shown.filter(({ cohort }) => cohort === 'explained').length,
    patternsUnflagged: unflagged.length,
    trait: Number(trait !== undefined),
    traitFlagged: Number(trait !== undefined && trait.cohort !== null),
  };
}

/** No field acts, or the first does. Rows are in order of their start over two years; half of the fields changed in that time. */
function drawDrift(seed: number, { n, kind }: DriftCell): DiscoveryInput {
  const random = createRandom(seed);
  const traits = kind === 'value drifts, a trait acts' ? [traitOf('yes-no', 0.75, 0.3)] : [];
  const { value, columns } = drawCustomers(random, { n, fields: FIELDS, traits });
  const drifting = columns.map((column, f) => (f % 2 === 1 ? drift(random, column) : column));
  const labelOnly = kind === 'first outcomes cut off';
  const shift = kind.startsWith('value drifts') ? 2 : 0;
  const drifted = value.map((v, i) => v + shift * (i / n));
  const input = inputOf(
    { value: drifted, columns: drifting },
    { seed, permutations: PERMUTATIONS, labelOnly },
  );
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

function measure({ seed, ...cell }: Job): Counts {
  return 'acts' in cell ? measurePair(cell, seed) : measureDrift(cell, seed);
}

if (isMainThread) await main();
else answerJobs(measure);
