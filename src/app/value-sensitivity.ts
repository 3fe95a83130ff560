import type { ComponentName, ValueRanking, ValueShortfall } from '../stages/value/index.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { currentValue, keptWeights, type ValueRequest } from './rank-value.ts';
import { remembered } from './remembered.ts';
import type { NamedCustomer } from './value-board.ts';
import type { Workspace } from './workspace.ts';

/** How the top third moves when a component is dropped or counts twice. */
export interface WeightChange {
  readonly component: ComponentName;
  readonly change: 'dropped' | 'doubled';
  readonly overlap: number;
  readonly enter: readonly NamedCustomer[];
  readonly leave: readonly NamedCustomer[];
}

/** How much of the top third rests on the weights kept. */
export interface ValueSensitivity {
  readonly kind: 'value-sensitivity';
  readonly snapshot: string;
  readonly draws: number;
  readonly seed: number;
  /** Mean share of the top third that stays when the weights move. */
  readonly overlap: number;
  /** Customers of the top third in at least 90% of the draws. */
  readonly core: number;
  /** Of each customer, the first by value, the share of draws in which it is in the top third. */
  readonly shares: readonly { readonly accountId: string; readonly bestShare: number }[];
  readonly changes: readonly WeightChange[];
}

/** The day, whom to rank, and how many shares to give. */
type SensitivityRequest = Pick<ValueRequest, 'asOf' | 'last' | 'seed'> & { readonly most: number };

/** Who enters or leaves with one component, named at most. */
const mostNamed = 20;

/** Asks how the top third moves with the weights kept; on very many customers it takes seconds, so it stands alone. */
export async function valueSensitivity(
  workspace: Workspace,
  request: SensitivityRequest,
): Promise<ValueSensitivity | (ValueShortfall & { readonly snapshot: string })> {
  const data = await currentData(workspace);
  const key = [data.commit.id, request, await keptWeights(workspace)];
  return remembered(workspace, { of: 'sensitivity', key, most: 8 }, () => measure(workspace, data, request));
}

async function measure(
  workspace: Workspace,
  data: CurrentData,
  request: SensitivityRequest,
): Promise<ValueSensitivity | (ValueShortfall & { readonly snapshot: string })> {
  const ranking = await currentValue(workspace, data, request);
  if (ranking.kind !== 'ranking') return { ...ranking, snapshot: data.snapshot };
  const { draws, seed, overlap, core } = ranking.sensitivity;
  const ranked = ranking.customers.filter(({ rank }) => rank !== null);
  return {
    kind: 'value-sensitivity',
    snapshot: data.snapshot,
    draws,
    seed,
    overlap,
    core: core.length,
    shares: ranked.slice(0, request.most).map(({ accountId, bestShare }) => ({ accountId, bestShare })),
    changes: changesOf(ranking),
  };
}

function changesOf({ customers, sensitivity }: ValueRanking): readonly WeightChange[] {
  const names = new Map(customers.map(({ accountId, name }) => [accountId, name]));
  const named = (ids: readonly string[]) =>
    ids.slice(0, mostNamed).map((accountId) => ({ accountId, name: names.get(accountId) ?? null }));
  return sensitivity.changes.map(({ enter, leave, ...change }) => ({
    ...change,
    enter: named(enter),
    leave: named(leave),
  }));
}
