import { type SqlRelation, subquery, table } from '../../base/sql/index.ts';
import { type ProfileBreadth, profileBreadth } from '../../stages/breadth/index.ts';
import type { CandidateField } from '../../stages/discovery/index.ts';
import { type OutcomeCount, outcomeCountsQuery, readOutcomeCount } from '../../stages/scorecard/index.ts';
import { cardFor, conditionSources, currentProfile } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import type { ComparedUnit } from '../discover/index.ts';
import { capacityOf } from '../lint-current.ts';
import { populationOf } from '../population.ts';
import type { Workspace } from '../workspace.ts';
import { comparedAccounts, unitsTable } from './compared-accounts.ts';
import { pageSteps, withSteps } from './page-steps.ts';

/** The units that were compared, and the fields whose bins windows move over. */
export interface PageBreadthRequest {
  readonly asOf: string;
  readonly units: readonly ComparedUnit[];
  readonly fields: readonly CandidateField[];
}

/**
 * The current page on the frontier; null when there is none, or no prospect. Two passes in the engine, over the prospects
 * and over the compared accounts, count how the lines come out on that day; all else is worked out from the counts.
 */
export async function pageBreadth(
  workspace: Workspace,
  data: CurrentData,
  { asOf, units, fields }: PageBreadthRequest,
): Promise<ProfileBreadth | null> {
  if ((await workspace.store.profiles()).length === 0) return null;
  const population = await populationOf(workspace, data, { asOf, include: [] });
  if (population.kind !== 'prospects') return null;
  const version = await currentProfile(workspace, { profile: null, version: null });
  const labelOf = (field: string) => data.field('accounts', field)?.label ?? field;
  const steps = pageSteps(version.profile, fields, labelOf);
  const card = await cardFor(workspace, data, { version: withSteps(version, steps), asOf });
  const count = async (accounts: SqlRelation, of: SqlRelation | null): Promise<readonly OutcomeCount[]> => {
    const query = outcomeCountsQuery(card, conditionSources(data, accounts), of);
    return (await workspace.engine.rows(query)).map((row) => readOutcomeCount(card, row));
  };
  const compared = await comparedAccounts(workspace, data, units);
  return profileBreadth({
    version,
    steps,
    prospects: await count(subquery(population.accounts, 'a'), null),
    compared: await count(compared, table(unitsTable, 'u')),
    capacity: await capacityOf(workspace),
  });
}
