import { type Card, layDraft, priceDraft, type Table } from './card.ts';
import { checkTask } from './check-task.ts';
import { createCosts } from './create-costs.ts';
import { createGrouping, type Grouping } from './create-grouping.ts';
import { fitToLimits } from './fit-to-limits.ts';
import { diversify, growSupports } from './grow-supports.ts';
import { improveCard } from './improve-card.ts';
import { missingLayer } from './missing-layer.ts';
import { polishCard } from './polish-card.ts';
import { replaceFields } from './replace-fields.ts';
import { roundWeights } from './round-weights.ts';
import type { Search } from './search.ts';
import { supportOf } from './support-of.ts';
import type { LearnedCard, Learning, LearningTask } from './types.ts';

/** Supports of the pool that are rounded, the cards whose points are moved, and those from which the whole local search starts. */
const ROUNDED = 12;
const POLISHED = 6;
const STARTS = 2;

/**
 * Learns cards of small whole points: the least log loss, and the prices of the priors where there are any.
 *
 * Supports are grown by a beam, made more diverse by exchanges, rounded along rays, and improved by a local search on
 * the exact loss; with a rubric the search starts from it and from a blank card too. The idea of beam, pool and rays is
 * that of FasterRisk (Liu, Zhong, Li, Seltzer and Rudin 2022). It is a heuristic: a better card may exist.
 */
export function learnCards(task: LearningTask): Learning {
  checkTask(task);
  const { weights, positives } = task.records;
  const records = weights.reduce((sum, weight) => sum + weight, 0);
  const withOutcome = positives.reduce((sum, positive) => sum + positive, 0);
  if (withOutcome === 0 || withOutcome === records) {
    return { kind: 'one-outcome', records, positives: withOutcome };
  }
  if (task.pointsPrior?.price === Infinity) return { kind: 'cards', cards: [rubricCard(task)] };
  const grouping = createGrouping(task.records);
  for (let demanded: readonly string[] = []; ; ) {
    const table = layTable({ ...task, demanded }, grouping);
    const cards = searchCards(table);
    const missing = missingLayer(table, cards[0]!);
    if (missing === null) return { kind: 'cards', cards: bestOfEach(table, cards) };
    demanded = [...demanded, missing];
  }
}

function layTable(task: Search, grouping: Grouping): Table {
  return { task, costs: createCosts(task), grouping };
}

/** The rubric as far as the limits let it be, with the best line. */
function rubricCard(task: LearningTask): LearnedCard {
  const { rubric } = task.pointsPrior!;
  const table = layTable({ ...task, pointsPrior: null, demanded: [] }, createGrouping(task.records));
  return finish(table, startFrom(table, rubric));
}

/** Every card that the search ends at, the best first. */
function searchCards(table: Table): readonly Card[] {
  const polished = poolCards(table);
  const starts = [...polished.slice(0, STARTS), ...priorCards(table)];
  const passed = new Set<string>();
  const improved = starts.map((card) => improveCard(table, card, passed)).sort((a, b) => a.loss - b.loss);
  const others = table.task.keep > 1 ? replaceFields(table, improved[0]!) : [];
  return [...improved, ...polished, ...others].sort((a, b) => a.loss - b.loss);
}

/** The cards of the pool, the best first. */
function poolCards(table: Table): readonly Card[] {
  const pool = diversify(table.task, growSupports(table.task)).slice(0, ROUNDED);
  const cards = pool.map((fit) => roundWeights(table, fit)[0]!);
  const best = cards.sort((a, b) => a.loss - b.loss).slice(0, POLISHED);
  return best.map((card) => polishCard(table, card)).sort((a, b) => a.loss - b.loss);
}

/** The rubric and the blank card, from which a search with a prior starts as well. */
function priorCards(table: Table): readonly Card[] {
  const { pointsPrior, limits } = table.task;
  if (pointsPrior === null) return [];
  return [pointsPrior.rubric, limits.map(() => 0)].map((points) => startFrom(table, points));
}

/** A card with points as near as the limits allow. */
function startFrom(table: Table, wanted: readonly number[]): Card {
  const points = fitToLimits(table.task, wanted);
  const line = { base: 0, slope: table.task.slopePrior?.mean ?? 0 };
  return priceDraft(table, layDraft(table, { points, line }));
}

/** The best card of each set of conditions, the best first; none that misses a demand which another meets. */
function bestOfEach(table: Table, cards: readonly Card[]): readonly LearnedCard[] {
  const { costs, task } = table;
  const missed = ({ points }: Card): number => costs.ofPoints(points) - costs.ofPrior(points);
  const best = new Map<string, Card>();
  for (const card of cards) {
    const name = supportOf(card.points).join();
    if (!best.has(name) && missed(card) <= missed(cards[0]!)) best.set(name, card);
  }
  return [...best.values()].slice(0, task.keep).map((card) => finish(table, card));
}

/** The card with its line to the last digit, and what its loss is made of. */
function finish(table: Table, card: Card): LearnedCard {
  const { costs, task } = table;
  const { points, line, loss } = priceDraft(table, layDraft(table, card));
  const off = task.slopePrior === null ? 0 : (line.slope - task.slopePrior.mean) / task.slopePrior.deviation;
  const misfit = loss - costs.ofPoints(points) - off ** 2 / 2;
  const { base, slope } = line;
  return { points, base, slope, misfit, loss: misfit + costs.ofPrior(points) + off ** 2 / 2 };
}
