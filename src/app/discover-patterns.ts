import type { Judgement } from '../edges/store/index.ts';
import type { Breadth } from '../stages/breadth/index.ts';
import {
  type CombinationQuality,
  type Contrast,
  type DiscoveryInput,
  type DiscoveryResult,
  type DiscoveryShortfall,
  discover,
} from '../stages/discovery/index.ts';
import type { ValueShortfall } from '../stages/value/index.ts';
import { withReach } from './breadth/index.ts';
import { currentData } from './current-data.ts';
import { defaultContrast, discoveryInput, readComparison } from './discover/index.ts';
import { askBasis, type OpenQuestions, openQuestions } from './open-questions.ts';
import { keptWeights } from './rank-value.ts';
import { type DataSummary, summarizeSources } from './summarize-sources.ts';
import { type WorkEvent, workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** Which groups to compare and how; `last` takes only the customers who started last. */
export interface DiscoverRequest {
  /** Null takes best against rest, or won against lost when there are only deals. */
  readonly contrast: Contrast | null;
  readonly asOf: string;
  readonly last: number | null;
  /** Only deals created, or customers who started, from this day on and up to that day; left out, all. */
  readonly since?: string | null;
  readonly until?: string | null;
  /** Null takes the seed from the snapshot, so that the same data give the same answer. */
  readonly seed: number | null;
  readonly permutations: number | null;
  /** Most conditions of one combination, 1 searches none; left out, 3. */
  readonly depth?: DiscoveryInput['depth'] | null;
  /** What ranks the combinations that describe the best; left out, `wracc`. */
  readonly quality?: CombinationQuality | null;
  /** True measures reach against the best rate, for the patterns and for the current page. */
  readonly breadth?: boolean;
  readonly at: string;
  readonly onProgress: (event: WorkEvent) => void;
}

/** What was found, with what people said of these patterns; or why nothing could be looked for. */
export type DiscoverOutcome =
  | (DiscoveryResult &
      OpenQuestions & {
        readonly judgements: readonly Judgement[];
        readonly quality: DataSummary;
        /** Null where it was not asked for, and without prospects. */
        readonly breadth: Breadth | null;
      })
  | ((DiscoveryShortfall | ValueShortfall) & { readonly snapshot: string; readonly contrast: Contrast });

/** Finds what the best customers share (design, section 5) and keeps the run. */
export async function discoverPatterns(
  workspace: Workspace,
  request: DiscoverRequest,
): Promise<DiscoverOutcome> {
  const data = await currentData(workspace);
  const contrast = request.contrast ?? defaultContrast(data);
  request.onProgress(workEvent('reading-customers'));
  const comparison = await readComparison(workspace, data, { ...request, contrast });
  if (comparison.kind !== 'comparison') return { ...comparison, snapshot: data.snapshot, contrast };
  request.onProgress(workEvent('searching', { subject: 'customer', count: comparison.units.length }));
  const input = await discoveryInput(workspace, data, { ...request, comparison });
  const found = discover(input);
  if (found.kind !== 'discovery') return { ...found, snapshot: data.snapshot, contrast };
  const { result, breadth } = await withReach(workspace, data, {
    found: { ...found, warnings: [...comparison.warnings, ...found.warnings] },
    comparison,
    fields: input.fields,
    breadth: request.breadth ?? false,
  });
  const basis = askBasis(input);
  const weights = await keptWeights(workspace);
  const { last, permutations, since = null, until = null, depth = null, quality = null } = request;
  await workspace.store.saveRun({
    kind: 'discover',
    at: request.at,
    snapshot: data.snapshot,
    profile: null,
    asOf: request.asOf,
    seed: result.search.seed,
    options: { contrast, last, permutations, since, until, depth, quality, weights },
    result: { ...result, basis, breadth },
    file: null,
  });
  const judgements = (await workspace.store.judgements()).filter((j) => j.pattern !== null);
  const open = openQuestions({ result, basis, judgements });
  return { ...result, ...open, judgements, quality: summarizeSources(data.commit.sources), breadth };
}
