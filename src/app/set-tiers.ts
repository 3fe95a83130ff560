import { BestfitError } from '../base/errors/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import {
  type ChosenTiers,
  capacityTiers,
  countOutcomes,
  countTotals,
  fillTiers,
  type LeadDefinitions,
  leadDefinitions,
  type OutcomeCounts,
  type Outlook,
  probabilityTiers,
  type TierCuts,
  type TierMove,
  tierMoves,
  tierOutlook,
} from '../stages/scorecard/outcomes/index.ts';
import { type CurrentOutcomes, currentOutcomes } from './current-outcomes.ts';
import type { Population } from './population.ts';
import { type SaveAsk, type SavedVersion, saveEdited } from './save-edited.ts';
import type { ScoreRequest } from './score-accounts.ts';
import { ratesOf, validatedCard } from './validated-card.ts';
import type { Workspace } from './workspace.ts';

/** How to cut the tiers: for A, for B and for C, as far as they are named. */
export type TiersAsk =
  /** Shares of the accounts in the market, or counts of accounts. */
  | { readonly by: 'capacity'; readonly unit: 'share' | 'count'; readonly wanted: readonly number[] }
  /** Rates to promise at least, from 0 to 1. */
  | { readonly by: 'probability'; readonly rates: readonly number[] }
  /** Points from which a tier begins. */
  | { readonly by: 'points'; readonly cuts: readonly number[] };

/** The cut-offs to try; null shows the page's own. */
export interface SetTiersRequest extends ScoreRequest, SaveAsk {
  readonly ask: TiersAsk | null;
}

/** Some cut-offs, and what they come to. */
export interface TiersShown {
  readonly cuts: TierCuts;
  readonly counts: OutcomeCounts;
  readonly outlook: Outlook;
  readonly leads: LeadDefinitions;
}

/** The tiers of the page, and those that were asked for. */
export interface SetTiersResult {
  readonly profile: Card['profile'];
  readonly snapshot: string;
  readonly asOf: string;
  readonly scored: Population['kind'];
  /** Whether a rate is known of every total: only then outcomes can be expected. */
  readonly validated: boolean;
  readonly ask: TiersAsk | null;
  readonly before: TiersShown;
  /** Null when the page's own tiers were shown. */
  readonly after: (TiersShown & { readonly moves: readonly TierMove[] }) | null;
  readonly saved: SavedVersion | null;
}

/** Shows the tiers of the page, or tries other cut-offs, from the counts of outcomes. */
export async function setTiers(workspace: Workspace, request: SetTiersRequest): Promise<SetTiersResult> {
  const current = await currentOutcomes(workspace, request);
  const { version, card, snapshot, scored, vectors } = current;
  const validated = await validatedCard(workspace, { snapshot, fit: version.profile.fit });
  const rateOf = ratesOf(validated);
  const shown = (of: Card): TiersShown => ({
    cuts: of.tiers,
    counts: countOutcomes(vectors, of),
    outlook: tierOutlook(vectors, of, rateOf),
    leads: leadDefinitions(of),
  });
  const header = { profile: card.profile, snapshot, asOf: request.asOf, scored };
  const { ask } = request;
  const before = { ...header, validated: validated !== null, ask, before: shown(card) };
  if (ask === null) return { ...before, after: null, saved: null };
  const tiers = tiersOf(chooseTiers(current, ask, rateOf), current);
  const after = { ...card, tiers };
  const saved = await saveEdited(
    workspace,
    { from: version, profile: { ...version.profile, tiers }, snapshot },
    request,
  );
  const moves = tierMoves(vectors, { before: card, after });
  return { ...before, after: { ...shown(after), moves }, saved };
}

function chooseTiers(
  { card, vectors }: CurrentOutcomes,
  ask: TiersAsk,
  rateOf: ReturnType<typeof ratesOf>,
): ChosenTiers {
  const current = card.tiers;
  if (ask.by === 'points') return { kind: 'tiers', tiers: fillTiers(ask.cuts, current) };
  const totals = countTotals(vectors, card);
  if (ask.by === 'probability') return probabilityTiers(totals, { rates: ask.rates, rateOf, current });
  const { accounts, outsideMarket } = countOutcomes(vectors, card);
  const whole = ask.unit === 'share' ? accounts - outsideMarket : 1;
  return capacityTiers(totals, { wanted: ask.wanted.map((of) => of * whole), current });
}

/** The tiers that were chosen, or the refusal that says why there are none. */
function tiersOf(chosen: ChosenTiers, { card }: CurrentOutcomes): TierCuts {
  switch (chosen.kind) {
    case 'tiers':
      return chosen.tiers;
    case 'too-few-totals':
      throw new BestfitError('scorecard.too-few-totals', { needed: chosen.needed, found: chosen.found });
    case 'not-validated': {
      const { name, version } = card.profile;
      throw new BestfitError('scorecard.not-validated', { profile: name, version });
    }
    case 'out-of-reach': {
      const { rate, highest } = chosen;
      const most = Math.floor(1000 * highest) / 1000;
      throw new BestfitError('scorecard.rate-out-of-reach', { rate: percent(rate), highest: percent(most) });
    }
    case 'alike': {
      const [first, second] = chosen.rates;
      throw new BestfitError('scorecard.tiers-alike', {
        first: percent(first),
        second: percent(second),
        total: chosen.total,
      });
    }
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`;
}
