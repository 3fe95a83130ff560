import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import { judgeBenchmarkCard, learnBenchmarkCard } from './benchmark-card.ts';
import { readBenchmarkFile } from './benchmark-file.ts';
import { groupBy } from './group-by.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import { writeBench } from './write-bench.ts';

/** One file, size of card and training fold; the rows of its test fold are never looked at. */
interface Job {
  readonly file: string;
  readonly k: number;
  readonly fold: number;
}

const FILES = ['mammo', 'breastcancer', 'adult', 'mushroom', 'spambase'];
const SLOPES = [0.5, 1, 2, 4];
/** Share of the training rows by which settings are judged. */
const INNER = 0.25;
const data = process.env.BESTFIT_REAL_DATA ?? '';

/** How much a point may be worth at most, chosen inside the training folds alone. */
async function main(): Promise<void> {
  if (data === '') throw new Error('BESTFIT_REAL_DATA names the folder of the real data.');
  const jobs = FILES.flatMap((file) =>
    [5, 10].flatMap((k) => [0, 1, 2, 3, 4].map((fold): Job => ({ file, k, fold }))),
  );
  const answers = await shareOut<Job, readonly number[]>(jobs);
  const rows = jobs.map((job, i) => ({ ...job, losses: answers[i]! }));
  const record = writeBench('scorecard-settings', { slopes: SLOPES, inner: INNER, rows });
  const table = groupBy(rows, ({ file, k }) => `${file} ${k}`).map((group) => ({
    file: group[0]!.file,
    k: group[0]!.k,
    ...Object.fromEntries(
      SLOPES.map((slope, s) => [`at most ${slope}`, meanOf(group.map(({ losses }) => losses[s]!))]),
    ),
  }));
  printEvidence(record, null, [markdownTable(table)]);
}

function meanOf(losses: readonly number[]): string {
  return (losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toFixed(4).replace(/^0/, '');
}

/** Log loss on a quarter of the training rows that the card was not learned from, for each slope. */
function measure({ file: name, k, fold }: Job): readonly number[] {
  const file = readBenchmarkFile(data, join(data, '..', 'peers'), name);
  const train = Int32Array.from(Array.from(file.folds.keys()).filter((row) => file.folds[row] !== fold));
  createRandom(hashSeed(`settings ${name} ${fold}`)).shuffle(train);
  const held = Math.round(INNER * train.length);
  const rows = [...train.subarray(held)];
  const judged = [...train.subarray(0, held)];
  return SLOPES.map((mostSlope) => {
    const { card } = learnBenchmarkCard(file, { rows, most: k, mostSlope });
    return judgeBenchmarkCard(file, card, judged).logLoss;
  });
}

if (isMainThread) await main();
else answerJobs(measure);
