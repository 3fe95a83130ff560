import { mean, quantile } from '../src/base/stats/index.ts';
import { markdownTable } from './markdown-table.ts';
import type { RubricKind } from './small-cards.ts';

/** One setting of the simulation of small samples. */
export interface SmallCell {
  readonly kind: RubricKind;
  readonly n: number;
}

/** AUC on fresh records, of one data set: the rubric, the truth, and the cards learned at several prices. */
export interface SmallSet {
  /** The price that was chosen. */
  readonly price: number;
  readonly rubric: number;
  readonly truth: number;
  readonly chosen: number;
  /** At the price with the least held-out loss, and at the highest within one standard error of it. */
  readonly least: number;
  readonly oneError: number;
  /** At 1.2 nats a point whatever the size. */
  readonly usual: number;
  readonly noPrior: number;
}

/** AUC gained over the rubric: the mean over data sets and its 5% quantile. */
interface Gain {
  readonly mean: number;
  readonly low: number;
}

const CARDS = ['chosen', 'least', 'oneError', 'usual', 'noPrior'] as const;
const TITLES = {
  chosen: 'gain of the card',
  least: 'price of least loss',
  oneError: 'one standard error',
  usual: 'always 1.2',
  noPrior: 'without a prior',
};
const PRICES = [0.3, 0.6, 1.2, 2.5, Infinity];

/** Figures of one setting. */
export interface SmallRow extends SmallCell {
  readonly sets: number;
  readonly rubric: number;
  readonly truth: number;
  readonly gains: Readonly<Record<(typeof CARDS)[number], Gain>>;
  /** How many sets chose each price, from .3 to the rubric itself. */
  readonly prices: readonly number[];
}

/** What the sets of one setting come to. */
export function summarizeSmall(cell: SmallCell, sets: readonly SmallSet[]): SmallRow {
  const gainOf = (card: (typeof CARDS)[number]): Gain => {
    const gains = Float64Array.from(sets, (set) => set[card] - set.rubric);
    return { mean: mean(gains), low: quantile(gains, 0.05) };
  };
  return {
    ...cell,
    sets: sets.length,
    rubric: mean(sets.map(({ rubric }) => rubric)),
    truth: mean(sets.map(({ truth }) => truth)),
    gains: Object.fromEntries(CARDS.map((card) => [card, gainOf(card)])) as SmallRow['gains'],
    prices: PRICES.map((price) => sets.filter((set) => set.price === price).length),
  };
}

/** The table of all settings. */
export function smallTables(rows: readonly SmallRow[]): readonly string[] {
  const table = rows.map(({ kind, n, rubric, truth, gains, prices }) => ({
    rubric: kind,
    records: n,
    'AUC: rubric, truth': `${auc(rubric)}, ${auc(truth)}`,
    ...Object.fromEntries(
      CARDS.map((card) => [TITLES[card], `${signed(gains[card].mean)} (${signed(gains[card].low)})`]),
    ),
    'price: .3, .6, 1.2, 2.5, rubric': prices.join(', '),
  }));
  return [
    `AUC on fresh records less that of the rubric: mean (5% quantile) of ${rows[0]!.sets} data sets a line.`,
    markdownTable(table),
  ];
}

/** Each bar that the figures miss, in words. */
export function missedSmallBars(rows: readonly SmallRow[]): readonly string[] {
  return rows.flatMap(({ kind, n, gains: { chosen } }) => {
    const name = `- rubric ${kind}, ${n} records:`;
    const misses: (string | false)[] = [
      kind === 'right' && chosen.mean < -0.005 && `${name} mean ${signed(chosen.mean)}, bar -.005`,
      kind === 'right' && chosen.low < -0.02 && `${name} 5% quantile ${signed(chosen.low)}, bar -.02`,
      kind === 'half right' &&
        n === 400 &&
        chosen.mean < 0.05 &&
        `${name} mean ${signed(chosen.mean)}, bar +.05`,
    ];
    return misses.filter((miss) => miss !== false);
  });
}

function auc(area: number): string {
  return area.toFixed(3).replace(/^0\./, '.');
}

function signed(gain: number): string {
  const text = Math.abs(gain).toFixed(3).replace(/^0\./, '.');
  if (text === '.000') return text;
  return gain < 0 ? `-${text}` : `+${text}`;
}
