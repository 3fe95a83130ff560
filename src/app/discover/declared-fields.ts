import { type Condition, describeCondition, fieldsOf } from '../../base/expr/index.ts';
import { readRecords, subquery } from '../../base/sql/index.ts';
import type { Layer } from '../../stages/dataset/index.ts';
import { type CandidateField, codeTruths } from '../../stages/discovery/index.ts';
import { allAccounts } from '../account-columns.ts';
import { conditionSources } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import { resolveContext } from '../resolve-context.ts';
import type { Workspace } from '../workspace.ts';
import { lookedBefore } from './looked-before.ts';
import { truthAsOf } from './truth-as-of.ts';
import type { ComparedUnit } from './types.ts';

/** Accounts that are asked for by id; with more of them all accounts are read. */
const mostIds = 10_000;

/**
 * Beliefs recorded before looking, each as a yes/no field of its own: what was said is what is tested, as of each
 * unit's own day.
 */
export async function declaredFields(
  workspace: Workspace,
  data: CurrentData,
  request: { readonly units: readonly ComparedUnit[]; readonly asOf: string },
): Promise<readonly CandidateField[]> {
  const looked = (await lookedBefore(workspace, data))[0]?.at ?? null;
  const hypotheses = (await workspace.store.hypotheses()).filter(
    ({ saidOn, afterDiscoveryOf }) =>
      afterDiscoveryOf !== data.snapshot && (looked === null || saidOn <= looked),
  );
  if (hypotheses.length === 0) return [];
  const conditions = uniqueConditions(hypotheses.map((hypothesis) => hypothesis.condition));
  const context = await resolveContext(workspace, data, { asOf: request.asOf, conditions });
  const ids = [...new Set(request.units.flatMap((unit) => unit.accountId ?? []))];
  const accountIds = ids.length > mostIds ? null : ids;
  const records = await readRecords(
    workspace.engine,
    conditionSources(data, subquery(allAccounts(data), 'a')),
    { accountIds, fields: [...new Set(conditions.flatMap((condition) => fieldsOf(condition)))] },
  );
  return conditions.map((condition, i) => {
    const truthOn = truthAsOf(condition, { context, records: [...records.values()] });
    const truths = request.units.map(({ accountId, on }) => {
      const record = accountId === null ? undefined : records.get(accountId);
      return record === undefined ? null : truthOn(record, on ?? request.asOf);
    });
    return codeTruths(truths, {
      id: `declared:${i}`,
      label: describeCondition(condition),
      layer: layerOf(condition, data),
      kind: 'boolean',
      known: 'before',
      knownBy: 'user',
      searchable: true,
      perAccount: true,
      yes: condition,
      no: null,
    });
  });
}

function uniqueConditions(conditions: readonly Condition[]): readonly Condition[] {
  return [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()];
}

function layerOf(condition: Condition, data: CurrentData): Layer {
  switch (condition.op) {
    case 'uses':
    case 'lacks':
      return 'technographic';
    case 'signal':
      return 'behavioural';
    case 'all':
      return layerOf(condition.conditions[0]!, data);
    default:
      return data.field('accounts', condition.field)?.layer ?? 'firmographic';
  }
}
