import { describeCondition, plainLabel } from '../base/expr/index.ts';
import type { Hypothesis, Judgement } from '../edges/store/index.ts';
import type { Breadth } from '../stages/breadth/index.ts';
import type { Contrast, DiscoveryResult } from '../stages/discovery/index.ts';
import { type ComparedContrast, comparedContrasts } from './compared-contrasts.ts';
import type { CurrentData } from './current-data.ts';
import { currentData } from './current-data.ts';
import { defaultContrast, type KeptDiscovery } from './discover/index.ts';
import { newestDiscovery } from './newest-discovery.ts';
import { type AskBasis, type OpenQuestions, openQuestions } from './open-questions.ts';
import { keptWeights } from './rank-value.ts';
import type { Workspace } from './workspace.ts';

/** The groups to ask about (null: those that the data suggest), and the day on which. */
export interface PatternsRequest {
  readonly contrast: Contrast | null;
  readonly asOf: string;
}

/**
 * Why a kept discovery may no longer say what a fresh one would: other data, other weights of the value, another day,
 * beliefs said since.
 */
export type StaleReason = 'data' | 'weights' | 'day' | 'beliefs';

/** A kept discovery with what is open now, and what people said of its patterns. */
export type KeptPatterns = DiscoveryResult &
  OpenQuestions & {
    readonly at: string;
    /** Only the customers who started last were compared; null: all. */
    readonly last: number | null;
    readonly stale: readonly StaleReason[];
    readonly judgements: readonly Judgement[];
    /** Reach against the best rate; null where it was not asked for. */
    readonly breadth: Breadth | null;
  };

/** A belief in words. */
export interface SaidHypothesis extends Hypothesis {
  readonly label: string;
}

/** What is known of the patterns without looking for them anew. */
export interface LastPatterns {
  readonly kind: 'last-patterns';
  /** The current data. */
  readonly snapshot: string;
  readonly asOf: string;
  readonly contrast: Contrast;
  /** Which groups the data allow to compare. */
  readonly contrasts: readonly ComparedContrast[];
  /** The newest discovery of these groups; null when there is none. */
  readonly discovery: KeptPatterns | null;
  /** True until any discovery looked at these data: what is believed can still be said first. */
  readonly unseen: boolean;
  readonly hypotheses: readonly SaidHypothesis[];
}

/** The newest discovery of two groups, from these data or from earlier ones, and whether it is still of today. */
export async function lastPatterns(workspace: Workspace, request: PatternsRequest): Promise<LastPatterns> {
  const data = await currentData(workspace);
  const contrast = request.contrast ?? defaultContrast(data);
  const hypotheses = await workspace.store.hypotheses();
  const labelOf = (name: string) => data.field('accounts', name)?.label ?? plainLabel(name);
  const kept = await newestDiscovery(workspace, data, contrast);
  const seen = await workspace.store.latestRun('discover', { snapshot: data.snapshot });
  return {
    kind: 'last-patterns',
    snapshot: data.snapshot,
    asOf: request.asOf,
    contrast,
    contrasts: comparedContrasts(data),
    discovery:
      kept === null ? null : await withOpen(workspace, kept, { data, asOf: request.asOf, hypotheses }),
    unseen: seen === null,
    hypotheses: hypotheses.map((said) => ({ ...said, label: describeCondition(said.condition, labelOf) })),
  };
}

/** What is kept with a discovery beside its result; older ones have none of it. */
type Stored = DiscoveryResult & { readonly basis?: AskBasis; readonly breadth?: Breadth | null };

async function withOpen(
  workspace: Workspace,
  { result: stored, options, at }: KeptDiscovery,
  now: {
    readonly data: CurrentData;
    readonly asOf: string;
    readonly hypotheses: readonly Hypothesis[];
  },
): Promise<KeptPatterns> {
  const { basis = null, breadth = null, ...result } = stored as Stored;
  const judgements = (await workspace.store.judgements()).filter(({ pattern }) => pattern !== null);
  const open =
    basis === null ? { beliefs: [], next: null, expect: null } : openQuestions({ result, basis, judgements });
  const weights = await keptWeights(workspace);
  const stale: readonly (readonly [StaleReason, boolean])[] = [
    ['data', result.snapshot !== now.data.snapshot],
    ['weights', result.contrast === 'best-rest' && !sameWeights(options.weights ?? {}, weights)],
    ['day', result.asOf !== now.asOf],
    ['beliefs', now.hypotheses.some(({ saidOn }) => saidOn > at)],
  ];
  return {
    ...result,
    ...open,
    at,
    last: options.last,
    stale: stale.flatMap(([reason, is]) => (is ? [reason] : [])),
    judgements,
    breadth,
  };
}

function sameWeights(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
