import { daysBetween } from '../base/expr/index.ts';
import { hashSeed } from '../base/stats/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import {
  type CandidateField,
  type Contrast,
  type DiscoveryResult,
  type DiscoveryShortfall,
  discover,
} from '../stages/discovery/index.ts';
import type { ValueShortfall } from '../stages/value/index.ts';
import { type CurrentData, currentData } from './current-data.ts';
import {
  accountColumns,
  attributeFields,
  type ComparedUnit,
  type Comparison,
  comparedUnits,
  dealColumns,
  declaredFields,
  defaultContrast,
  eventFields,
  isTrait,
  readUnitRows,
  withCutOff,
  withinDays,
  withReach,
  withWonDeals,
} from './discover/index.ts';
import { type DataSummary, summarizeSources } from './summarize-sources.ts';
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
  readonly at: string;
  readonly onProgress: (step: string) => void;
}

/** What was found, with what people said of these patterns; or why nothing could be looked for. */
export type DiscoverOutcome =
  | (DiscoveryResult & { readonly judgements: readonly Judgement[]; readonly quality: DataSummary })
  | ((DiscoveryShortfall | ValueShortfall) & { readonly snapshot: string; readonly contrast: Contrast });

/** Finds what the best customers share (design, section 5) and keeps the run. */
export async function discoverPatterns(
  workspace: Workspace,
  request: DiscoverRequest,
): Promise<DiscoverOutcome> {
  const data = await currentData(workspace);
  const contrast = request.contrast ?? defaultContrast(data);
  request.onProgress('Reading customers');
  const compared = await comparedUnits(workspace, data, { ...request, contrast });
  if (compared.kind !== 'comparison') return { ...compared, snapshot: data.snapshot, contrast };
  const { asOf } = request;
  const within = await withCutOff(workspace, data, { comparison: withinDays(compared, request), asOf });
  const comparison = await withWonDeals(workspace, data, { comparison: within, asOf });
  request.onProgress(`Searching ${comparison.units.length} customers for what the best share`);
  const found = await searchPatterns(workspace, data, { ...request, comparison });
  if (found.kind !== 'discovery') return { ...found, snapshot: data.snapshot, contrast };
  const result = await withReach(workspace, data, {
    ...found,
    warnings: [...comparison.warnings, ...found.warnings],
  });
  const { last, permutations, since = null, until = null } = request;
  await workspace.store.saveRun({
    kind: 'discover',
    at: request.at,
    snapshot: data.snapshot,
    profile: null,
    asOf: request.asOf,
    seed: result.search.seed,
    options: { contrast, last, permutations, since, until },
    result,
    file: null,
  });
  const judgements = (await workspace.store.judgements()).filter((j) => j.pattern !== null);
  return { ...result, judgements, quality: summarizeSources(data.commit.sources) };
}

async function searchPatterns(
  workspace: Workspace,
  data: CurrentData,
  request: DiscoverRequest & { readonly comparison: Comparison },
): Promise<DiscoveryResult | DiscoveryShortfall> {
  const { comparison, asOf } = request;
  const { units } = comparison;
  const searched = await candidateFields(workspace, data, request);
  const declared = await declaredFields(workspace, data, { units, asOf });
  return discover({
    snapshot: data.snapshot,
    asOf,
    contrast: comparison.contrast,
    unit: comparison.unit,
    label: Uint8Array.from(units, (unit) => unit.label),
    value: comparison.contrast === 'best-rest' ? Float64Array.from(units, (unit) => unit.value!) : null,
    components: comparison.components,
    cluster: clustersOf(units),
    startedOn: Float64Array.from(units, (unit) =>
      unit.on === null ? Number.NaN : daysBetween('1970-01-01', unit.on),
    ),
    fields: [...declared, ...searched],
    declared: declared.map((field) => ({ field: field.id, levels: [1] })),
    reach: null,
    seed: request.seed ?? hashSeed(data.snapshot),
    permutations: request.permutations,
  });
}

async function candidateFields(
  workspace: Workspace,
  data: CurrentData,
  request: { readonly comparison: Comparison; readonly asOf: string },
): Promise<readonly CandidateField[]> {
  const { units, unit } = request.comparison;
  const rows = await readUnitRows(workspace, data, units);
  const ofAccounts = accountColumns(units, rows.accounts);
  const fields = (table: 'accounts' | 'deals') => data.fields.filter((f) => f.table === table && isTrait(f));
  const attributes = fields('accounts').flatMap((field) =>
    attributeFields(field, ofAccounts, { asOf: request.asOf, perAccount: true }),
  );
  const ofDeals =
    unit === 'account'
      ? []
      : fields('deals').flatMap((field) =>
          attributeFields(field, dealColumns(units), { asOf: request.asOf, perAccount: false }),
        );
  return [...attributes, ...ofDeals, ...eventFields(units, rows, request.asOf)];
}

/**
 * Account of each unit: what belongs to an account is one observation however many deals or relations it has. A unit
 * without an account stands alone; null when no account comes twice.
 */
function clustersOf(units: readonly ComparedUnit[]): Int32Array | null {
  const numbers = new Map<string, number>();
  const clusters = Int32Array.from(units, ({ accountId }, i) => {
    const key = accountId === null ? `alone ${i}` : `of ${accountId}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return numbers.size === units.length ? null : clusters;
}
