import { auc } from '../src/base/stats/index.ts';
import { foldRecords, type LearnedCard, learnCards } from '../src/stages/scorecard/learning/index.ts';
import type { BenchmarkFile } from './benchmark-file.ts';

/** How a card of a benchmark file is learned: no prior, points from -5 to 5. */
export interface BenchmarkTask {
  readonly rows: readonly number[];
  /** Most conditions. */
  readonly most: number;
  readonly mostSlope: number;
}

/** Learns a card from some rows of a file; also how many of them are distinct. */
export function learnBenchmarkCard(file: BenchmarkFile, { rows, most, mostSlope }: BenchmarkTask) {
  const records = foldRecords(
    file.columns.map((column) => ({ values: rows.map((row) => column[row]!) })),
    rows.map((row) => file.outcome[row]!),
  );
  const learning = learnCards({
    records,
    limits: file.columns.map(() => ({ low: -5, high: 5, required: false })),
    fields: null,
    layers: null,
    most,
    mostSlope,
    pointsPrior: null,
    slopePrior: null,
    keep: 1,
  });
  if (learning.kind !== 'cards') throw new Error('one outcome only');
  return { card: learning.cards[0]!, distinct: records.size };
}

/** AUC and mean log loss of a card on some rows. */
export function judgeBenchmarkCard(file: BenchmarkFile, card: LearnedCard, rows: readonly number[]) {
  const totals = rows.map((row) => card.points.reduce((sum, p, c) => sum + p * file.columns[c]![row]!, 0));
  const outcome = rows.map((row) => file.outcome[row]!);
  const loss = totals.reduce((sum, total, i) => {
    const logOdds = card.base + card.slope * total;
    return sum + Math.log1p(Math.exp(outcome[i] === 1 ? -logOdds : logOdds));
  }, 0);
  return { auc: auc(Float64Array.from(totals), outcome), logLoss: loss / rows.length };
}
