import { isMainThread } from 'node:worker_threads';
import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import {
  choosePrice,
  foldRecords,
  type LearnedCard,
  learnCards,
  type PriceChoice,
} from '../src/stages/scorecard/learning/index.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import { readPlan } from './simulation-plan.ts';
import {
  missedSmallBars,
  type SmallCell,
  type SmallSet,
  smallTables,
  summarizeSmall,
} from './small-card-tables.ts';
import { type CardRecords, type CardWorld, drawFolds, drawRecords, drawWorld } from './small-cards.ts';
import { weightedAuc } from './weighted-auc.ts';
import { writeBench } from './write-bench.ts';

const KINDS = ['right', 'half right', 'wrong'] as const;
const SIZES = [25, 50, 100, 400] as const;
/** Fresh records on which cards are judged. */
const FRESH = 5000;
const PARTS = 5;
const REPEATS = 2;
const USUAL = 1.2;

type Job = SmallCell & { readonly seed: number };

/** A card learned from few records, beside the rubric, on fresh records. */
async function main(): Promise<void> {
  const plan = readPlan(200);
  const cells = KINDS.flatMap((kind) => SIZES.map((n): SmallCell => ({ kind, n })));
  const jobs = cells.flatMap(({ kind, n }) =>
    Array.from({ length: plan.sets }, (_, s): Job => {
      return { kind, n, seed: hashSeed(`${plan.seed} small card ${kind} ${n} ${s}`) };
    }),
  );
  const answers = await shareOut<Job, SmallSet>(jobs);
  const rows = cells.map((cell, c) =>
    summarizeSmall(cell, answers.slice(c * plan.sets, (c + 1) * plan.sets)),
  );
  const record = writeBench('scorecard-small', { ...plan, parts: PARTS, repeats: REPEATS, rows });
  printEvidence(record, plan, smallTables(rows));
  const missed = missedSmallBars(rows);
  console.log(missed.length === 0 ? 'Every bar is met.' : `Bars missed:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function measure({ kind, n, seed }: Job): SmallSet {
  const random = createRandom(seed);
  const world = drawWorld(random, kind);
  const records = drawRecords(random, world, n);
  const fresh = drawRecords(random, world, FRESH);
  const everyone = [...records.outcome.keys()];
  const judge = (points: readonly number[]): number => weightedAuc(totalsOf(points, fresh), fresh.likely);
  const known = new Map<number | null, number>();
  const aucAt = (price: number | null): number => {
    const auc =
      known.get(price) ?? judge(learn(world, records, { price, rows: everyone })?.points ?? world.rubric);
    known.set(price, auc);
    return auc;
  };
  const { price, trials } = choose(world, records, seed);
  const least = trials.toSorted((a, b) => a.loss - b.loss)[0]?.price ?? USUAL;
  const oneError = trials.findLast(({ behind, behindError }) => behind <= behindError)?.price ?? USUAL;
  return {
    price,
    rubric: judge(world.rubric),
    truth: judge(world.truth),
    chosen: aucAt(price),
    least: aucAt(least),
    oneError: aucAt(oneError),
    usual: aucAt(USUAL),
    noPrior: aucAt(null),
  };
}

function choose(world: CardWorld, records: CardRecords, seed: number): PriceChoice {
  const { outcome } = records;
  const folds = drawFolds(outcome, { parts: PARTS, repeats: REPEATS, seed });
  return choosePrice({
    records: outcome.length,
    folds,
    lossesOf: (fold, price) => {
      const held = new Set(fold);
      const rows = [...outcome.keys()].filter((i) => !held.has(i));
      const { points, base, slope } = learn(world, records, { price, rows })!;
      const totals = totalsOf(points, records);
      return Array.from(fold, (i) => {
        const logOdds = base + slope * totals[i]!;
        return Math.log1p(Math.exp(outcome[i] === 1 ? -logOdds : logOdds));
      });
    },
  });
}

/** The card learned from some of the records, with the rubric at a price or with no prior; null where all are alike. */
function learn(
  world: CardWorld,
  { answers, outcome }: CardRecords,
  { price, rows }: { readonly price: number | null; readonly rows: readonly number[] },
): LearnedCard | null {
  const learning = learnCards({
    records: foldRecords(
      answers.map((column) => ({ values: rows.map((i) => column[i]!) })),
      rows.map((i) => outcome[i]!),
    ),
    limits: answers.map(() => ({ low: -5, high: 5, required: false })),
    fields: null,
    layers: null,
    most: 8,
    mostSlope: 2,
    pointsPrior: price === null ? null : { rubric: world.rubric, price },
    slopePrior: price === null ? null : { mean: 0.4, deviation: 0.25 },
    keep: 1,
  });
  return learning.kind === 'cards' ? learning.cards[0]! : null;
}

function totalsOf(points: readonly number[], { answers, outcome }: CardRecords): Float64Array {
  return outcome.map((_, i) => points.reduce((sum, p, c) => sum + (answers[c]![i] === 1 ? p : 0), 0));
}

if (isMainThread) await main();
else answerJobs(measure);
