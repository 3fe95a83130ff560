import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { foldRecords, learnCards } from '../src/stages/scorecard/learning/index.ts';
import { readBenchmarkFile } from './benchmark-file.ts';
import { type ExhaustiveTask, leastLossOfAll } from './exhaustive-cards.ts';
import { groupBy } from './group-by.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import { writeBench } from './write-bench.ts';

/** One search whose answer is known. */
interface Job {
  readonly file: string;
  readonly most: number;
  readonly fold: number;
  readonly prior: boolean;
}

/** Loss of the learned card and of the best of all cards, in nats. */
interface Answer {
  readonly learned: number;
  readonly best: number;
}

const MOST_SLOPE = 2;
/** Nats by which losses of the same card may differ. */
const SAME = 1e-5;
const data = process.env.BESTFIT_REAL_DATA ?? '';

/** The learner beside the best of all cards, where all can be tried. */
async function main(): Promise<void> {
  if (data === '') throw new Error('BESTFIT_REAL_DATA names the folder of the real data.');
  const jobs = ['mammo', 'breastcancer'].flatMap((file) =>
    [2, 3].flatMap((most) =>
      [false, true].flatMap((prior) => [0, 1, 2, 3, 4].map((fold): Job => ({ file, most, prior, fold }))),
    ),
  );
  const answers = await shareOut<Job, Answer>(jobs);
  const rows = jobs.map((job, i) => ({ ...job, ...answers[i]! }));
  const record = writeBench('scorecard-exhaustive', rows);
  const table = groupBy(rows, ({ file, most, prior }) => `${file} ${most} ${prior}`).map((group) => {
    const { file, most, prior } = group[0]!;
    return {
      file,
      k: most,
      prior: prior ? 'rubric, 1.2 nats a point' : 'none',
      'training folds': group.length,
      'equal to the best of all cards': group.filter(isBest).length,
      'largest gap (nats)': Math.max(0, ...group.map(({ learned, best }) => learned - best)).toFixed(3),
    };
  });
  printEvidence(record, null, [markdownTable(table)]);
  process.exitCode = rows.every(isBest) ? 0 : 1;
}

function isBest({ learned, best }: Answer): boolean {
  return Math.abs(learned - best) < SAME;
}

function compare({ file: name, most, fold, prior: hasPrior }: Job): Answer {
  const file = readBenchmarkFile(data, join(data, '..', 'peers'), name);
  const rows = Array.from(file.folds.keys()).filter((row) => file.folds[row] !== fold);
  const slope = { mean: 0.4, deviation: 0.25 };
  // Two points for each of the first columns: wrong enough to be left.
  const rubric = file.columns.map((_, column) => (column < most ? 2 : 0));
  const prior: ExhaustiveTask['prior'] = hasPrior ? { rubric, price: 1.2, slope } : null;
  const learning = learnCards({
    records: foldRecords(
      file.columns.map((column) => ({ values: rows.map((row) => column[row]!) })),
      rows.map((row) => file.outcome[row]!),
    ),
    limits: file.columns.map(() => ({ low: -5, high: 5, required: false })),
    fields: null,
    layers: null,
    most,
    mostSlope: MOST_SLOPE,
    pointsPrior: prior,
    slopePrior: prior?.slope ?? null,
    keep: 1,
  });
  if (learning.kind !== 'cards') throw new Error('one outcome only');
  const best = leastLossOfAll(file, { rows, most, mostSlope: MOST_SLOPE, prior });
  return { learned: learning.cards[0]!.loss, best };
}

if (isMainThread) await main();
else answerJobs(compare);
