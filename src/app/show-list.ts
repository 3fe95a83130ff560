import { type Condition, fieldsOf } from '../base/expr/index.ts';
import type { ProfileVersion } from '../stages/profile/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import type { StandingCounts, TierCounts } from './count-tiers.ts';
import { currentCard } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { storedScores } from './list-accounts.ts';
import { populationOf } from './population.ts';
import type { ScoreRequest } from './score-accounts.ts';
import { type ValidatedCard, validatedCard } from './validated-card.ts';
import type { Workspace } from './workspace.ts';

/** A line of the card as a program words it: the condition as the page has it, beside its words in English. */
export interface ListLine {
  /** Stable within a card: `fit-1`. */
  readonly id: string;
  readonly label: string;
  readonly subject: string;
  readonly condition: Condition;
}

/** What the rows of the list refer to, and how many accounts stand where. */
export interface ShownList {
  readonly kind: 'list';
  readonly profile: { readonly name: string; readonly version: number; readonly published: boolean };
  readonly snapshot: string;
  readonly asOf: string;
  /** `customers` when there is no prospect: then the list is a back-check. */
  readonly scored: TierCounts['scored'];
  readonly excluded: TierCounts['excluded'];
  /** The scoring of these data with this page on this day; null when there is none yet. */
  readonly scoring: (StandingCounts & { readonly run: number }) | null;
  readonly lines: {
    readonly market: readonly ListLine[];
    readonly fit: readonly (ListLine & { readonly points: number })[];
    readonly timing: readonly (ListLine & {
      readonly points: number;
      readonly halfLifeDays: number;
      /** The event without its window. */
      readonly event: string;
    })[];
    readonly anti: readonly (ListLine & { readonly because: string })[];
  };
  /** The user's own words for the fields that the lines name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly tiers: Card['tiers'];
  readonly timingTiers: Card['timingTiers'];
  readonly queueBy: Card['queueBy'];
  /** Roles of the committee, in the order of the page. */
  readonly committee: readonly string[];
  /** The rate to expect of each total, by rising total; null until the card was validated. */
  readonly rates: ValidatedCard['rates'] | null;
}

/** The head of the list: its card, its lines, and how many accounts stand where; nothing is scored. */
export async function showList(workspace: Workspace, request: ScoreRequest): Promise<ShownList> {
  const data = await currentData(workspace);
  const { version, card } = await currentCard(workspace, data, request);
  const stored = await storedScores(workspace, request);
  const validated = await validatedCard(workspace, { snapshot: data.snapshot, fit: version.profile.fit });
  const { kind: scored, excluded } =
    stored === null
      ? await populationOf(workspace, data, request)
      : { kind: stored.result.scored, excluded: stored.result.excluded };
  return {
    kind: 'list',
    profile: { name: version.name, version: version.version, published: version.published },
    snapshot: data.snapshot,
    asOf: request.asOf,
    scored,
    excluded,
    scoring: stored === null ? null : countsOf(stored.result),
    lines: linesOf(version, card),
    labels: labelsOf(data, version),
    tiers: card.tiers,
    timingTiers: card.timingTiers,
    queueBy: card.queueBy,
    committee: card.committee.map(({ role }) => role),
    rates: validated?.rates ?? null,
  };
}

function countsOf(result: StandingCounts & { readonly run: number }): ShownList['scoring'] {
  const { run, accounts, tiers, disqualified, outsideMarket, needsData, callToday } = result;
  return { run, accounts, tiers, disqualified, outsideMarket, needsData, callToday };
}

function linesOf({ profile }: ProfileVersion, card: Card): ShownList['lines'] {
  return {
    market: card.market.map(({ id, label, subject }, i) => ({
      id,
      label,
      subject,
      condition: profile.market[i]!,
    })),
    fit: card.fit.map(({ id, label, subject, points }, i) => ({
      id,
      label,
      subject,
      condition: profile.fit[i]!.condition,
      points,
    })),
    timing: card.timing.map(({ id, label, subject, points, halfLifeDays, event }, i) => ({
      id,
      label,
      subject,
      condition: profile.timing[i]!.condition,
      points,
      halfLifeDays,
      event,
    })),
    anti: card.anti.map(({ id, label, subject, because }, i) => ({
      id,
      label,
      subject,
      condition: profile.anti[i]!.condition,
      because,
    })),
  };
}

function labelsOf(data: CurrentData, { profile }: ProfileVersion): Readonly<Record<string, string>> {
  const conditions = [
    ...profile.market,
    ...[...profile.fit, ...profile.timing, ...profile.anti].map(({ condition }) => condition),
  ];
  const names = [...new Set(conditions.flatMap((condition) => fieldsOf(condition)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      data.field('accounts', name)?.label.toLowerCase() ?? name.replaceAll('_', ' '),
    ]),
  );
}
