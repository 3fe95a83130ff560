import { daysBetween } from '../../base/expr/index.ts';
import { hashSeed } from '../../base/stats/index.ts';
import type { Belief, CandidateField, DiscoveryInput } from '../../stages/discovery/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { attributeFields, isTrait } from './attribute-fields.ts';
import { eventFields } from './event-fields.ts';
import { readBeliefs } from './read-beliefs.ts';
import { readUnitRows } from './read-unit-rows.ts';
import type { ComparedUnit, Comparison } from './types.ts';
import { accountColumns, dealColumns } from './unit-values.ts';

/** What is compared, on which day, and how the shuffles are drawn. */
export interface InputRequest {
  readonly comparison: Comparison;
  readonly asOf: string;
  readonly seed: number | null;
  readonly permutations: number | null;
  readonly depth?: DiscoveryInput['depth'] | null;
  readonly quality?: DiscoveryInput['quality'] | null;
}

/** What the search looks at, and the beliefs that were said, those included that cannot be tested yet. */
export interface PreparedInput extends DiscoveryInput {
  readonly beliefs: readonly Belief[];
}

/** Everything that the search looks at, read for the units of a comparison: the same for the same data and day. */
export async function discoveryInput(
  workspace: Workspace,
  data: CurrentData,
  request: InputRequest,
): Promise<PreparedInput> {
  const { comparison, asOf } = request;
  const { units } = comparison;
  const searched = await candidateFields(workspace, data, request);
  const beliefs = await readBeliefs(workspace, data, { units, asOf });
  const declared = beliefs.flatMap(({ field }) => field ?? []);
  return {
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
    cutOff: comparison.cutOff ?? false,
    fields: [...declared, ...searched],
    declared: declared.map((field) => ({ field: field.id, levels: [1] })),
    reach: null,
    seed: request.seed ?? hashSeed(data.snapshot),
    permutations: request.permutations,
    depth: request.depth ?? 3,
    quality: request.quality ?? 'wracc',
    beliefs: beliefs.map(({ belief }) => belief),
  };
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
