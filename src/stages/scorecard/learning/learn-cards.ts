import { type Card, layDraft, priceDraft, supportOf, type Table } from './card.ts';
import { checkTask } from './check-task.ts';
import { createCosts } from './create-costs.ts';
import { fitToLimits } from './fit-to-limits.ts';
import { diversify, growSupports } from './grow-supports.ts';
import { improveCard } from './improve-card.ts';
import { polishCard } from './polish-card.ts';
import { roundWeights } from './round-weights.ts';
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
  const table = { task, costs: createCosts(task) };
  const polished = poolCards(table);
  const starts = [...polished.slice(0, STARTS), ...priorCards(table)];
  const improved = starts.map((card) => improveCard(table, card));
  return { kind: 'cards', cards: bestOfEach([...improved, ...polished], table) };
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
  const { pointsPrior, slopePrior, limits } = table.task;
  if (pointsPrior === null) return [];
  const line = { base: 0, slope: slopePrior?.mean ?? 0 };
  const blank = fitToLimits(
    table.task,
    limits.map(() => 0),
  );
  return [fitToLimits(table.task, pointsPrior.rubric), blank].map((points) =>
    priceDraft(table, layDraft(table, { points, line })),
  );
}

/** The best card of each set of conditions, the best first. */
function bestOfEach(cards: readonly Card[], table: Table): readonly LearnedCard[] {
  const { task, costs } = table;
  const best = new Map<string, Card>();
  for (const card of cards.toSorted((a, b) => a.loss - b.loss)) {
    const name = supportOf(card.points).join();
    if (!best.has(name)) best.set(name, card);
  }
  return [...best.values()].slice(0, task.keep).map((card) => {
    const { points, line, loss } = priceDraft(table, layDraft(table, card));
    const off =
      task.slopePrior === null ? 0 : (line.slope - task.slopePrior.mean) / task.slopePrior.deviation;
    const { base, slope } = line;
    return { points, base, slope, misfit: loss - costs.ofAllPoints(points) - off ** 2 / 2, loss };
  });
}
