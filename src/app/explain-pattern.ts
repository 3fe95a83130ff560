import { fieldsOf } from '../base/expr/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import {
  areGroupsOf,
  type Contrast,
  type DiscoveryInput,
  type Pattern,
  placeRecords,
  type Unit,
} from '../stages/discovery/index.ts';
import { type CurrentData, currentData } from './current-data.ts';
import {
  discoveryInput,
  type KeptDiscovery,
  lastDiscovery,
  patternMembers,
  readComparison,
  type ShownGroups,
} from './discover/index.ts';
import { type DiscoverOutcome, type DiscoverRequest, discoverPatterns } from './discover-patterns.ts';
import { findPattern } from './find-pattern.ts';
import { workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** The pattern to explain; options that are null are those of the last discovery. */
export interface ExplainPatternRequest extends DiscoverRequest {
  /** Id as discovery prints it. */
  readonly pattern: string;
  /** Members to name of each group, at most. */
  readonly top: number;
  /** True takes the last discovery whatever its day; false only one as of `asOf`. */
  readonly anyDay: boolean;
}

/** The customers, deals or accounts behind one pattern, for it and against it. */
export interface ExplainedPattern {
  readonly kind: 'explained-pattern';
  readonly snapshot: string;
  readonly asOf: string;
  readonly contrast: Contrast;
  readonly unit: Unit;
  readonly pattern: Pattern;
  /** Units that were compared: the five groups together. */
  readonly compared: number;
  readonly groups: ShownGroups;
  /** What people said of the pattern. */
  readonly judgements: readonly Judgement[];
  readonly warnings: readonly string[];
}

/** No discovery of the current data and weights is kept that could be explained. */
export interface NothingKept {
  readonly kind: 'nothing-kept';
  readonly snapshot: string;
}

/**
 * Shows who stands behind one pattern of the last discovery on these data with the options given, or of a fresh one
 * where there is none, or where what it compared has changed since (other weights for the value).
 */
export async function explainPattern(
  workspace: Workspace,
  request: ExplainPatternRequest,
): Promise<ExplainedPattern | Exclude<DiscoverOutcome, { kind: 'discovery' }>> {
  const data = await currentData(workspace);
  const kept = await keptFor(workspace, data, request);
  const explained = kept === null ? null : await explain(workspace, data, { ...request, ...kept });
  if (explained !== null) return explained;
  const again = kept === null ? request : { ...request, ...traceOf(kept) };
  const result = await discoverPatterns(workspace, again);
  if (result.kind !== 'discovery') return result;
  const options = { ...again, contrast: result.contrast };
  const fresh = await explain(workspace, data, { ...request, result, options });
  if (fresh === null) throw new Error(`pattern that no field gives: ${request.pattern}`);
  return fresh;
}

/** The same, and nothing is looked for anew: where no kept discovery answers, that is the answer. */
export async function explainKept(
  workspace: Workspace,
  request: ExplainPatternRequest,
): Promise<ExplainedPattern | NothingKept> {
  const data = await currentData(workspace);
  const kept = await keptFor(workspace, data, request);
  const explained = kept === null ? null : await explain(workspace, data, { ...request, ...kept });
  return explained ?? { kind: 'nothing-kept', snapshot: data.snapshot };
}

function keptFor(
  workspace: Workspace,
  data: CurrentData,
  request: ExplainPatternRequest,
): Promise<KeptDiscovery | null> {
  return lastDiscovery(workspace, data, {
    contrast: request.contrast,
    last: request.last,
    permutations: request.permutations,
    since: request.since ?? null,
    until: request.until ?? null,
    depth: request.depth ?? null,
    quality: request.quality ?? null,
    seed: request.seed,
    asOf: request.anyDay ? null : request.asOf,
  });
}

function traceOf({ result, options }: KeptDiscovery) {
  return { ...options, asOf: result.asOf, seed: result.search.seed };
}

/** Null when what is compared now is not what the pattern was counted from. */
async function explain(
  workspace: Workspace,
  data: CurrentData,
  request: ExplainPatternRequest & Pick<KeptDiscovery, 'result' | 'options'>,
): Promise<ExplainedPattern | null> {
  const { result, options, top } = request;
  const { asOf, search } = result;
  const pattern = findPattern(result, request.pattern);
  request.onProgress(workEvent('reading-customers'));
  const asked = { ...options, asOf, seed: search.seed };
  const comparison = await readComparison(workspace, data, asked);
  if (comparison.kind !== 'comparison') return null;
  const input = await discoveryInput(workspace, data, { ...asked, comparison });
  const groups = placeRecords(input, pattern);
  const isSplit = search.permutations === 0;
  if (groups === null || (!isSplit && !areGroupsOf(pattern, groups))) return null;
  const said = await workspace.store.judgements();
  return {
    kind: 'explained-pattern',
    snapshot: data.snapshot,
    asOf,
    contrast: result.contrast,
    unit: result.unit,
    pattern,
    compared: Object.values(groups).reduce((sum, units) => sum + units.length, 0),
    groups: await patternMembers(workspace, data, {
      comparison,
      pattern,
      isOfDeal: dealFields(input, pattern),
      groups,
      said,
      asOf,
      top,
    }),
    judgements: said.filter((judgement) => judgement.pattern === pattern.id),
    warnings: isSplit ? [...comparison.warnings, splitWarning(pattern)] : comparison.warnings,
  };
}

/** Which of the fields behind a pattern vary within an account. */
function dealFields({ fields }: DiscoveryInput, { field, parts }: Pattern): (name: string) => boolean {
  const own = new Set([field, ...parts.map((part) => part.field)]);
  const ofDeal = fields.filter(({ id, perAccount }) => own.has(id) && !perAccount);
  const names = new Set(ofDeal.flatMap(({ condition }) => fieldsOf(condition([0]))));
  return (name) => names.has(name);
}

function splitWarning({ best, rest }: Pattern): string {
  return `The shares of this pattern are those of the ${best.of + rest.of} records of one half that tested it; all records are shown here.`;
}
