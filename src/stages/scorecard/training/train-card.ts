import { hashSeed } from '../../../base/stats/index.ts';
import { choosePrice } from '../learning/index.ts';
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

/** Folds in which the price is chosen: of many units fewer, for each is a discovery and tells nearly as much. */
const FOLDS = 5;
const MANY = 1000;
const FOLDS_OF_MANY = 3;

/** Learns cards from some units of a task: discovery, rubric, price and points see nothing of the others. */
export function trainCard(task: TrainingTask, request: TrainRequest): Training {
  const prepared = prepareTraining(task, request.rows, request.permutations);
  const price = priceOf(task, request, prepared.label);
  return { prepared, price, cards: learnLines(prepared, task.options, { price, keep: request.keep }) };
}

/** The price is chosen on units held out, with discovery anew in each fold. */
function priceOf(task: TrainingTask, { rows, groups, seed }: TrainRequest, label: Uint8Array): number {
  const units = rows.map((i) => groups[i]!);
  const count = rows.length <= MANY ? FOLDS : FOLDS_OF_MANY;
  const folds = assignFolds(units, label, { folds: count, seed: hashSeed(`${seed} price`) });
  const parts = Array.from({ length: count }, (_, fold) => {
    const held = Int32Array.from(rows.keys()).filter((row) => folds[row] === fold);
    let prepared: Prepared | null = null;
    const learned = () =>
      (prepared ??= prepareTraining(
        task,
        rows.filter((_row, r) => folds[r] !== fold),
      ));
    return { held, learned };
  });
  const { price } = choosePrice({
    records: rows.length,
    folds: parts,
    lossesOf: ({ held, learned }, tried) => {
      const [card] = learnLines(learned(), task.options, { price: tried, keep: 1 });
      return lossesOf(card!, { task, rows, label, held });
    },
  });
  return price;
}

function lossesOf(
  card: TrainedCard,
  of: {
    readonly task: TrainingTask;
    readonly rows: Int32Array;
    readonly label: Uint8Array;
    readonly held: Int32Array;
  },
): Float64Array {
  const chances = chancesOf(card, totalPoints(card, of.task.discovery.label.length));
  return Float64Array.from(of.held, (r) => {
    const chance = chances[of.rows[r]!]!;
    return -Math.log(of.label[r] === 1 ? chance : 1 - chance);
  });
}
