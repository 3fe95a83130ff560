import { BestfitError } from '../../base/errors/index.ts';
import type { DiscoveryInput, DiscoveryShortfall } from '../../stages/discovery/index.ts';
import {
  groupUnits,
  prepareTraining,
  rubricCard,
  type TrainedCard,
  type Training,
  type TrainingTask,
  trainCard,
} from '../../stages/scorecard/training/index.ts';
import { type Validation, validateCard } from '../../stages/scorecard/validation/index.ts';
import type { ValueShortfall } from '../../stages/value/index.ts';
import { currentProfile } from '../current-card.ts';
import { type CurrentData, currentData } from '../current-data.ts';
import { type Comparison, defaultContrast, discoveryInput, readComparison } from '../discover/index.ts';
import { saveVersion } from '../save-version.ts';
import type { ValidatedCard } from '../validated-card.ts';
import { workEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import { describeCard } from './describe-card.ts';
import { keptLines } from './kept-lines.ts';
import { learnedPage } from './learned-page.ts';
import { trainingTask } from './training-task.ts';
import type { LearnedScorecard, LearnRequest } from './types.ts';
import { validatedCardOf } from './validated-card-of.ts';

/** Cards that are shown, the best and near-equal ones. */
const SHOWN = 3;

/** A learned card, or why nothing could be learned. */
export type LearnOutcome =
  | LearnedScorecard
  | ((DiscoveryShortfall | ValueShortfall) & { readonly snapshot: string });

/** Learns a scorecard from customers or deals and holds it to units that it was not learned from (design, section 7). */
export async function learnScorecard(workspace: Workspace, request: LearnRequest): Promise<LearnOutcome> {
  const data = await currentData(workspace);
  const { asOf, onProgress } = request;
  const contrast = request.contrast ?? defaultContrast(data);
  if (request.save !== null) await refuseToSave(workspace, { request, contrast });
  onProgress(workEvent('reading-customers'));
  const comparison = await readComparison(workspace, data, { ...request, contrast });
  if (comparison.kind !== 'comparison') return { ...comparison, snapshot: data.snapshot };
  const task = await readTask(workspace, data, { request, comparison });
  const input = task.discovery;
  onProgress(workEvent('learning', { subject: input.unit, count: input.label.length }));
  const training = trainAll(task);
  const { found } = training.prepared;
  if (found.kind !== 'discovery') return { ...found, snapshot: data.snapshot };
  const { rounds, ...validation } = validateCard(task, {
    seed: input.seed,
    onFold: (done, of) =>
      onProgress(workEvent('holding-out', { subject: input.unit, count: of, share: done / of })),
  });
  const validated = keepValidated({ rounds, training, validation, input, universe: request.universe });
  const saved = await saveCard(workspace, {
    request,
    training,
    validation,
    snapshot: data.snapshot,
  });
  const result: LearnedScorecard = {
    kind: 'scorecard',
    snapshot: data.snapshot,
    asOf,
    contrast,
    unit: input.unit,
    customers: found.customers,
    seed: input.seed,
    ...describeAll(training),
    chances: validated[0]!.rates,
    universe: request.universe,
    validation,
    warnings: comparison.warnings,
    saved,
  };
  await keepRun(workspace, result, { request, validated });
  return result;
}

/** What keeps a card from a page is said before the work: there is none, or the outcome is none to wish for. */
async function refuseToSave(
  workspace: Workspace,
  { request, contrast }: { readonly request: LearnRequest; readonly contrast: LearnedScorecard['contrast'] },
): Promise<void> {
  if (contrast === 'churned-kept') throw new BestfitError('scorecard.not-for-page', { contrast });
  await currentProfile(workspace, { profile: request.profile, version: null });
}

async function readTask(
  workspace: Workspace,
  data: CurrentData,
  { request, comparison }: { readonly request: LearnRequest; readonly comparison: Comparison },
): Promise<TrainingTask> {
  const { asOf, seed } = request;
  const input = await discoveryInput(workspace, data, { comparison, asOf, seed, permutations: null });
  const given = await keptLines(workspace, data, { request, units: comparison.units });
  return searchableOrAny(trainingTask(data, input, { request, given }));
}

/** Where no trait that prospects can be searched by tells anything, a card may ask about all: it then judges deals alone. */
function searchableOrAny(task: TrainingTask): TrainingTask {
  const { candidates } = prepareTraining(task, everyUnit(task));
  if (candidates.some(({ rubric }) => rubric !== 0)) return task;
  return { ...task, options: { ...task.options, searchableOnly: false } };
}

function everyUnit({ discovery }: TrainingTask): Int32Array {
  return Int32Array.from(discovery.label.keys());
}

function trainAll(task: TrainingTask): Training {
  return trainCard(task, {
    rows: everyUnit(task),
    groups: groupUnits(task.discovery).of,
    seed: task.discovery.seed,
    keep: SHOWN,
    permutations: null,
  });
}

function describeAll({
  prepared,
  cards,
  price,
}: Training): Pick<LearnedScorecard, 'price' | 'cards' | 'rubric'> {
  const best = cards[0]!.loss;
  const describe = (card: TrainedCard) => describeCard(card, prepared, best);
  return {
    price: Number.isFinite(price) ? price : null,
    cards: cards.map(describe),
    rubric: describe(rubricCard(prepared)),
  };
}

/** What is kept of each card and of the rubric; of cards without evidence too, for the figures of this result. */
function keepValidated(of: {
  readonly rounds: ReturnType<typeof validateCard>['rounds'];
  readonly training: Training;
  readonly validation: Pick<Validation, 'random'>;
  readonly input: DiscoveryInput;
  readonly universe: number | null;
}): readonly ValidatedCard[] {
  const { rounds, training, validation, input, universe } = of;
  const keep = (card: TrainedCard, rival: 'card' | 'rubric') =>
    validatedCardOf(
      { rounds, rival, card, label: input.label },
      { aucLow: validation.random.rivals[rival].auc.low, seed: input.seed, universe },
    );
  return [...training.cards.map((card) => keep(card, 'card')), keep(rubricCard(training.prepared), 'rubric')];
}

/** A card without evidence leaves no chances behind that a list could show. */
async function keepRun(
  { store }: Workspace,
  result: LearnedScorecard,
  { request, validated }: { readonly request: LearnRequest; readonly validated: readonly ValidatedCard[] },
): Promise<void> {
  const { onProgress: _, at, asOf, ...options } = request;
  const { saved } = result;
  const kept = result.validation.verdict === 'no-evidence' ? [] : validated;
  await store.saveRun({
    kind: 'learn',
    at,
    snapshot: result.snapshot,
    profile: saved && { name: saved.version.name, version: saved.version.version },
    asOf,
    seed: result.seed,
    options,
    result: { ...result, saved: null, validated: kept },
    file: null,
  });
}

/** Keeps one of the cards as a new version of the page; refuses a card that nothing speaks for or that scores nobody. */
async function saveCard(
  workspace: Workspace,
  of: {
    readonly request: LearnRequest;
    readonly training: Training;
    readonly validation: Pick<Validation, 'verdict' | 'random'>;
    readonly snapshot: string;
  },
): Promise<LearnedScorecard['saved']> {
  const { request, training, validation, snapshot } = of;
  if (request.save === null) return null;
  if (validation.verdict === 'no-evidence')
    throw new BestfitError('scorecard.no-evidence', { units: validation.random.n });
  const card = training.cards[request.save - 1];
  if (card === undefined)
    throw new BestfitError('scorecard.no-such-card', { wanted: request.save, found: training.cards.length });
  if (card.lines.some(({ searchable }) => !searchable))
    throw new BestfitError('scorecard.not-searchable', {});
  const before = await currentProfile(workspace, { profile: request.profile, version: null });
  const aucLow = validation.random.rivals.card.auc.low;
  return saveVersion(workspace, {
    profile: learnedPage({ page: before.profile, card, snapshot, aucLow }),
    at: request.at,
    by: request.by,
    why: request.why ?? `learned from snapshot ${snapshot}`,
    snapshot,
    publish: true,
  });
}
