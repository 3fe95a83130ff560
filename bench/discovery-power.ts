import { isMainThread } from 'node:worker_threads';
import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import { discover } from '../src/stages/discovery/index.ts';
import { drawCustomers, inputOf, type Trait, traitOf } from './discovery-simulation.ts';
import { createTruth } from './planted-truth.ts';
import { missedBars } from './power-bars.ts';
import { powerTables } from './power-tables.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import { liftError } from './shown-lift.ts';
import { readPlan } from './simulation-plan.ts';
import {
  type PowerCell,
  type PowerSet,
  poolPower,
  type ShownPattern,
  summarizePower,
} from './summarize-power.ts';
import { writeBench } from './write-bench.ts';
import { writePowerFigure } from './write-power-figure.ts';

const KINDS = ['yes-no', 'number', 'category', 'anti', 'pair', 'four'] as const;
const SIZES = [24, 60, 120, 300, 1000, 3000] as const;
/** Shares of best and rest that have the trait. */
const EFFECTS = [
  [0.9, 0.2],
  [0.75, 0.3],
  [0.5, 0.3],
] as const;
const FIELDS = 20;
const PERMUTATIONS = 299;
/** From here one set in four is drawn: they take long, and what is found hardly varies. */
const LARGE = 1000;

/** What is found of planted truth, what is said beside it, and how the lifts that are shown compare with the truth. */
async function main(): Promise<void> {
  const plan = readPlan(100);
  const cells = EFFECTS.flatMap(([inBest, inRest]) =>
    SIZES.flatMap((n) => [
      ...KINDS.map((kind): PowerCell => ({ n, kind, inBest, inRest, labelOnly: false })),
      { n, kind: 'yes-no', inBest, inRest, labelOnly: true } as const,
    ]),
  );
  const jobs = cells.flatMap((cell) =>
    Array.from({ length: setsOf(cell, plan.sets) }, (_, s) => ({
      ...cell,
      seed: seedOf(plan.seed, cell, s),
    })),
  );
  const answers = await shareOut<PowerCell & { seed: number }, PowerSet>(jobs);
  let at = 0;
  const rows = cells.map((cell) => {
    const sets = setsOf(cell, plan.sets);
    at += sets;
    return summarizePower(cell, answers.slice(at - sets, at));
  });
  const sizes = SIZES.map((n) =>
    poolPower(
      n,
      answers.filter((_, j) => jobs[j]!.n === n),
    ),
  );
  const record = writeBench('discovery-power', { ...plan, permutations: PERMUTATIONS, rows, sizes });
  writePowerFigure('docs/figures/discovery-power.svg', rows);
  printEvidence(record, plan, powerTables(rows, sizes));
  const missed = missedBars(rows, sizes);
  console.log(missed.length === 0 ? 'Every bar is met.' : `Bars missed:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function setsOf({ n }: PowerCell, sets: number): number {
  return n >= LARGE ? Math.ceil(sets / 4) : sets;
}

function seedOf(seed: number, { n, kind, inBest, inRest, labelOnly }: PowerCell, s: number): number {
  return hashSeed(`${seed} power ${n} ${kind} ${inBest} ${inRest} ${labelOnly} ${s}`);
}

/** The traits of a cell; an anti trait is as common among the rest as others are among the best. */
function traitsOf({ kind, inBest, inRest }: PowerCell): readonly Trait[] {
  if (kind === 'anti') return [traitOf('category', inRest, inBest)];
  const kinds = kind === 'four' ? (['yes-no', 'yes-no', 'number', 'category'] as const) : [kind];
  return kinds.map((one) => traitOf(one, inBest, inRest));
}

type TruthOf = ReturnType<typeof createTruth>;
const truths = new Map<string, TruthOf>();

/** The population of a cell, which is the same for every size. */
function truthOf(cell: PowerCell, traits: readonly Trait[]): TruthOf {
  const key = `${cell.kind} ${cell.inBest} ${cell.inRest}`;
  const known = truths.get(key) ?? createTruth(traits);
  truths.set(key, known);
  return known;
}

function measure({ seed, ...cell }: PowerCell & { readonly seed: number }): PowerSet {
  const traits = traitsOf(cell);
  const customers = drawCustomers(createRandom(seed), { n: cell.n, fields: FIELDS, traits });
  const result = discover(
    inputOf(customers, { seed, permutations: PERMUTATIONS, labelOnly: cell.labelOnly }),
  );
  if (result.kind !== 'discovery') throw new Error(result.why);
  const truth = truthOf(cell, traits);
  const shown = result.patterns.flatMap((pattern): ShownPattern[] => {
    if (pattern.verdict === 'none') return [];
    const { odds, ...known } = truth(pattern, customers);
    const { verdict, direction, conditions } = pattern;
    const right = Math.sign(odds) === (direction === 'for' ? 1 : -1);
    return [{ ...known, ...liftError(pattern, odds), verdict, direction, right, length: conditions.length }];
  });
  return { traits: traits.map(({ kind }) => kind), shown };
}

if (isMainThread) await main();
else answerJobs(measure);
