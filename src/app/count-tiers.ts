import { BestfitError } from '../base/errors/index.ts';
import { type Row, subquery } from '../base/sql/index.ts';
import type { Exclusion } from '../stages/list/index.ts';
import { type Tier, tallyQuery } from '../stages/scorecard/index.ts';
import { type CardRequest, conditionSources, currentCard } from './current-card.ts';
import { currentData } from './current-data.ts';
import { type Population, populationOf } from './population.ts';
import type { Workspace } from './workspace.ts';

/** The card to count with, and groups to keep that are left out otherwise. */
export interface CountRequest extends CardRequest {
  readonly include: readonly Exclusion[];
}

/** How many accounts stand where. */
export interface StandingCounts {
  readonly accounts: number;
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly disqualified: number;
  readonly outsideMarket: number;
  /** Scored accounts whose tier depends on something unknown. */
  readonly needsData: number;
  readonly callToday: number;
}

/** Which accounts were counted with which page. */
export interface TierCounts extends StandingCounts {
  readonly profile: { readonly name: string; readonly version: number };
  readonly snapshot: string;
  readonly asOf: string;
  readonly scored: Population['kind'];
  readonly excluded: Population['excluded'];
}

/** Counts the tiers of all prospects without ranking them: a fraction of the time of scoring, and nothing is stored. */
export async function countTiers(workspace: Workspace, request: CountRequest): Promise<TierCounts> {
  const data = await currentData(workspace);
  if (data.tables.accounts === undefined) {
    throw new BestfitError('store.no-accounts', { workspace: workspace.store.path });
  }
  const { card } = await currentCard(workspace, data, request);
  const { kind, accounts, excluded } = await populationOf(workspace, data, request);
  const [row] = await workspace.engine.rows(
    tallyQuery(card, conditionSources(data, subquery(accounts, 'a'))),
  );
  return {
    profile: card.profile,
    snapshot: data.snapshot,
    asOf: request.asOf,
    scored: kind,
    excluded,
    ...standingCounts(row),
  };
}

/** Reads a row of `tallyQuery`; no row counts nothing. */
export function standingCounts(row: Row | undefined): StandingCounts {
  const n = (name: string) => Number(row?.[name] ?? 0);
  return {
    accounts: n('accounts'),
    tiers: { A: n('A'), B: n('B'), C: n('C'), D: n('D') },
    disqualified: n('disqualified'),
    outsideMarket: n('outside'),
    needsData: n('needs_data'),
    callToday: n('call_today'),
  };
}
