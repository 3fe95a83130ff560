import { type Condition, resolveCondition } from '../../base/expr/index.ts';
import type { ProfileStep } from '../../stages/breadth/index.ts';
import type { ProfileVersion } from '../../stages/profile/index.ts';
import {
  compileCard,
  type MarketAsk,
  type MarketCard,
  type MarketCounts,
  marketCountsQuery,
  readMarketCounts,
} from '../../stages/scorecard/index.ts';
import { conditionSources } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import type { ComparedUnit } from '../discover/index.ts';
import { resolveContext } from '../resolve-context.ts';
import type { Workspace } from '../workspace.ts';
import { marketAccounts } from './market-accounts.ts';

/** What to count of the market, and on which day. */
export interface MarketRequest {
  readonly asOf: string;
  readonly conditions: readonly Condition[];
  /** A page with its steps, and the units that are counted at its totals; null counts the conditions alone. */
  readonly page: {
    readonly version: Pick<ProfileVersion, 'profile' | 'version'>;
    readonly steps: readonly ProfileStep[];
    readonly units: readonly ComparedUnit[];
  } | null;
}

const noCard: MarketCard = { market: [], fit: [], anti: [], tiers: { A: 0, B: 0, C: 0 } };

/** Counts whom conditions, a page and its steps reach: one pass in the engine for all of them. */
export async function countMarket(
  workspace: Workspace,
  data: CurrentData,
  { asOf, conditions, page }: MarketRequest,
): Promise<MarketCounts> {
  const steps = page?.steps ?? [];
  const context = await resolveContext(workspace, data, {
    asOf,
    conditions: [
      ...conditions,
      ...steps.map(({ condition }) => condition),
      ...(page === null ? [] : linesOf(page.version)),
    ],
  });
  const labelOf = (field: string) => field;
  const card: MarketCard =
    page === null ? noCard : compileCard({ ...withoutTiming(page.version), context, labelOf });
  const ask: MarketAsk = {
    steps: steps.map(({ line, condition }) => ({ line, condition: resolveCondition(condition, context) })),
    conditions: conditions.map((condition) => resolveCondition(condition, context)),
  };
  const { accounts, release } = await marketAccounts(workspace, data, { asOf, units: page?.units ?? [] });
  try {
    const query = marketCountsQuery(card, conditionSources(data, accounts), ask);
    return readMarketCounts(await workspace.engine.rows(query), ask);
  } finally {
    await release();
  }
}

type Version = NonNullable<MarketRequest['page']>['version'];

function linesOf({ profile: { market, fit, anti } }: Version): readonly Condition[] {
  return [...market, ...[...fit, ...anti].map(({ condition }) => condition)];
}

function withoutTiming({ profile, version }: Version): Version {
  return { profile: { ...profile, timing: [] }, version };
}
