import { hashSeed } from '../base/stats/index.ts';
import {
  type ComponentName,
  checkValueOptions,
  rankCustomers,
  type ValueResult,
} from '../stages/value/index.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { mainCurrencies } from './main-currency.ts';
import { readCustomers } from './read-customers.ts';
import { remembered } from './remembered.ts';
import type { Workspace } from './workspace.ts';

/** The day, and the weights to keep from now on; `last` ranks only the customers who started last. */
export interface ValueRequest {
  readonly asOf: string;
  readonly weights: Readonly<Partial<Record<ComponentName, number>>>;
  readonly last: number | null;
  readonly seed: number | null;
  readonly at: string;
}

/** The ranking of one snapshot, with the number of weightings tried after patterns were seen on it. */
export type RankedValue = ValueResult & { readonly snapshot: string; readonly weightingsTried: number };

const weightsSetting = 'value.weights';
const triedSetting = 'value.weightings-tried';

/** Ranks the customers by value; the weights given are kept and used by discovery from then on. */
export async function rankValue(workspace: Workspace, request: ValueRequest): Promise<RankedValue> {
  const data = await currentData(workspace);
  checkValueOptions({ ...request, seed: request.seed ?? 0 });
  const given = Object.keys(request.weights).length > 0;
  if (given) await keepWeights(workspace, data, request.weights);
  const result = await currentValue(workspace, data, request);
  await workspace.store.saveRun({
    kind: 'value',
    at: request.at,
    snapshot: data.snapshot,
    profile: null,
    asOf: request.asOf,
    seed: request.seed,
    options: { weights: await keptWeights(workspace), last: request.last },
    result: { kind: result.kind },
    file: null,
  });
  return { ...result, snapshot: data.snapshot, weightingsTried: await weightingsTried(workspace, data) };
}

/** The ranking with the weights kept in the workspace. */
export async function currentValue(
  workspace: Workspace,
  data: CurrentData,
  request: Pick<ValueRequest, 'asOf' | 'last' | 'seed'>,
): Promise<ValueResult> {
  const customers = await readCustomers(workspace, data, request.asOf);
  const weights = await keptWeights(workspace);
  const { asOf, last } = request;
  const options = { asOf, weights, last, seed: request.seed ?? hashSeed(data.snapshot) };
  const memory = { of: 'ranking', key: [data.commit.id, data.snapshot, options], most: 2 };
  const result = await remembered(workspace, memory, async () => rankCustomers(customers, options));
  if (result.kind !== 'ranking') return result;
  return { ...result, warnings: await valueWarnings(workspace, data, result.warnings) };
}

/** What a reader of the ranking should know: of the data it is read from, before and after what it says of itself. */
export async function valueWarnings(
  workspace: Workspace,
  data: CurrentData,
  own: readonly string[],
): Promise<readonly string[]> {
  const others = (await mainCurrencies(workspace, data, 'customers')).map(
    ({ label, currency, known, of }) =>
      `${label} is in several currencies: the ${known} of ${of} sums in ${currency} are compared, the others count as unknown because no rate is given.`,
  );
  const derived =
    data.tables.customers === undefined
      ? [
          'No customer table was imported: the accounts of won deals stand for it, with the sum of those deals as value.',
        ]
      : [];
  return [...derived, ...own, ...others];
}

/** The weights kept in the workspace; empty where the defaults stand. */
export async function keptWeights(workspace: Workspace): Promise<ValueRequest['weights']> {
  return ((await workspace.store.setting(weightsSetting)) ?? {}) as ValueRequest['weights'];
}

/** Weightings tried after patterns were seen on this data: each is another look at the same customers. */
export async function weightingsTried(workspace: Workspace, data: CurrentData): Promise<number> {
  const tried = (await workspace.store.setting(triedSetting)) as Record<string, number> | null;
  return tried?.[data.snapshot] ?? 0;
}

async function keepWeights(workspace: Workspace, data: CurrentData, weights: ValueRequest['weights']) {
  await storeWeights(workspace, data, { ...(await keptWeights(workspace)), ...weights });
}

/** Keeps exactly these weights: a component that is not among them has its default again. */
export async function replaceWeights(
  workspace: Workspace,
  weights: ValueRequest['weights'],
  asOf: string,
): Promise<{ readonly before: ValueRequest['weights']; readonly after: ValueRequest['weights'] }> {
  const data = await currentData(workspace);
  checkValueOptions({ asOf, weights, last: null, seed: 0 });
  const before = await keptWeights(workspace);
  await storeWeights(workspace, data, weights);
  return { before, after: weights };
}

async function storeWeights(workspace: Workspace, data: CurrentData, weights: ValueRequest['weights']) {
  await workspace.store.setSetting(weightsSetting, weights);
  const seen = await workspace.store.latestRun('discover', { snapshot: data.snapshot });
  if (seen === null) return;
  await workspace.store.setSetting(triedSetting, {
    [data.snapshot]: (await weightingsTried(workspace, data)) + 1,
  });
}
