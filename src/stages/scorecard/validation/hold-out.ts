import { hashSeed } from '../../../base/stats/index.ts';
import {
  baseCard,
  chancesOf,
  rubricCard,
  singleCard,
  type TrainedCard,
  type TrainingTask,
  totalPoints,
  trainCard,
  type UnitGroups,
} from '../training/index.ts';
import { inUpperTiers } from './in-upper-tiers.ts';
import type { Forecasts, Rival, Round } from './types.ts';

/** How units are held out: the fold of each, -1 for those that are learned from in every fold. */
export interface HoldOutPlan {
  readonly folds: Int32Array;
  readonly groups: UnitGroups;
  readonly seed: number;
  readonly onFold: () => void;
}

/** Learns anew without each fold and says what the cards make of it. */
export function holdOut(task: TrainingTask, { folds, groups, seed, onFold }: HoldOutPlan): Round {
  const units = folds.length;
  const forecasts = { card: open(units), rubric: open(units), single: open(units), base: open(units) };
  const count = folds.reduce((most, fold) => Math.max(most, fold + 1), 0);
  const cards: TrainedCard[] = [];
  const rubrics: TrainedCard[] = [];
  const prices: number[] = [];
  for (let fold = 0; fold < count; fold++) {
    const rows = Int32Array.from(folds.keys()).filter((unit) => folds[unit] !== fold);
    const trained = trainCard(task, { rows, groups: groups.of, seed: hashSeed(`${seed} ${fold}`), keep: 1 });
    const card = trained.cards[0]!;
    const rivals: Readonly<Record<Rival, TrainedCard>> = {
      card,
      rubric: rubricCard(trained.prepared),
      single: singleCard(trained.prepared) ?? baseCard(trained.prepared.label, 0),
      base: baseCard(trained.prepared.label, 0),
    };
    for (const rival of Object.keys(rivals) as Rival[])
      fill(forecasts[rival], rivals[rival], { folds, fold });
    cards.push(card);
    rubrics.push(rivals.rubric);
    prices.push(trained.price);
    onFold();
  }
  return { folds, forecasts, cards, rubrics, prices };
}

function open(units: number): Forecasts {
  const column = () => new Float64Array(units).fill(Number.NaN);
  return { totals: column(), chances: column(), upper: column() };
}

function fill(
  forecasts: Forecasts,
  card: TrainedCard,
  { folds, fold }: { readonly folds: Int32Array; readonly fold: number },
): void {
  const totals = totalPoints(card, folds.length);
  const chances = chancesOf(card, totals);
  const upper = inUpperTiers(card, totals);
  folds.forEach((of, unit) => {
    if (of !== fold) return;
    forecasts.totals[unit] = totals[unit]!;
    forecasts.chances[unit] = chances[unit]!;
    forecasts.upper[unit] = upper[unit]!;
  });
}
