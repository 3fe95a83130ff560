import { hashSeed } from '../../../base/stats/index.ts';
import { assignFolds } from './assign-folds.ts';
import { chancesOf } from './chances-of.ts';
import { learnLines } from './learn-lines.ts';
import { prepareTraining } from './prepare-training.ts';
import { totalPoints } from './total-points.ts';
import type { Prepared, TrainedCard, TrainingTask } from './types.ts';

/** What a card is learned from, and how many cards come back. */
export interface TrainRequest {
  readonly rows: Int32Array;
  /** Group of every unit of the task: groups stay together when the price is chosen. */
  readonly groups: Int32Array;
  readonly seed: number;
  readonly keep: number;
  /** Permutations of the discovery that drafts the rubric; left out, those of discoveries inside a fold. */
  readonly permutations?: number | null;
}

/** Cards, the best first, and what they were learned from. */
export interface Training {
  readonly prepared: Prepared;
  readonly cards: readonly TrainedCard[];
  /** Nats that a point away from the rubric cost; infinite where the rubric is kept as it is. */
  readonly price: number;
}

/** Units from which the price is chosen by cross-validation, and the price below (statistics.md, section 6). */
const ENOUGH = 100;
const PRICE = 1.2;
/** From the rubric on, ever further away from it: of equally good ones the first is taken. */
const PRICES = [Number.POSITIVE_INFINITY, 2.5, 1.2, 0.6, 0.3] as const;
const FOLDS = 5;

/** Learns cards from some units of a task: discovery, rubric, price and points see nothing of the others. */
export function trainCard(task: TrainingTask, request: TrainRequest): Training {
  const prepared = prepareTraining(task, request.rows, request.permutations);
  const price = request.rows.length < ENOUGH ? PRICE : choosePrice(task, request, prepared.label);
  return { prepared, price, cards: learnLines(prepared, task.options, { price, keep: request.keep }) };
}

/** The price whose cards lose least on units held out, with discovery anew in each fold. */
function choosePrice(task: TrainingTask, { rows, groups, seed }: TrainRequest, label: Uint8Array): number {
  const folds = assignFolds(
    rows.map((i) => groups[i]!),
    label,
    { folds: FOLDS, seed: hashSeed(`${seed} price`) },
  );
  const losses = PRICES.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const inner = prepareTraining(
      task,
      rows.filter((_, r) => folds[r] !== fold),
    );
    const held = Int32Array.from(rows.keys()).filter((r) => folds[r] === fold);
    PRICES.forEach((price, p) => {
      const [card] = learnLines(inner, task.options, { price, keep: 1 });
      losses[p]! += lossOf(card!, { task, rows, label, held });
    });
  }
  return PRICES[losses.indexOf(Math.min(...losses))]!;
}

function lossOf(
  card: TrainedCard,
  of: {
    readonly task: TrainingTask;
    readonly rows: Int32Array;
    readonly label: Uint8Array;
    readonly held: Int32Array;
  },
): number {
  const chances = chancesOf(card, totalPoints(card, of.task.discovery.label.length));
  let loss = 0;
  for (const r of of.held) {
    const chance = chances[of.rows[r]!]!;
    loss -= Math.log(of.label[r] === 1 ? chance : 1 - chance);
  }
  return loss;
}
