import {
  and,
  asc,
  column,
  count,
  desc,
  eq,
  isIn,
  isNotNull,
  join,
  named,
  type SqlRelation,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import { attainablePoints, type Profile, tiersFor } from '../../stages/profile/index.ts';
import { type Card, scoreQuery, type Tier } from '../../stages/scorecard/index.ts';
import { conditionSources, currentProfile, resolvedCard } from '../current-card.ts';
import { type CurrentData, currentData } from '../current-data.ts';
import { populationOf } from '../population.ts';
import type { Workspace } from '../workspace.ts';
import { type LearnOutcome, learnScorecard } from './learn-scorecard.ts';
import type { LearnedScorecard, LearnRequest, Scorecard } from './types.ts';

type Contrast = LearnedScorecard['contrast'];

/** Two outcomes to learn a card for each: usually who is won and who is valuable. */
export interface CompareRequest extends Omit<LearnRequest, 'contrast' | 'save'> {
  readonly contrasts: readonly [Contrast, Contrast];
}

/** One thing that the cards ask about, with the points it has on each; null where a card does not ask it. */
export interface ComparedSubject {
  readonly subject: string;
  readonly first: { readonly label: string; readonly points: number } | null;
  readonly second: { readonly label: string; readonly points: number } | null;
}

/** An account that the cards place far apart. */
export interface PlacedApart {
  readonly id: string;
  readonly name: string | null;
  readonly first: Tier;
  readonly second: Tier;
}

/** How prospects stand under both cards. */
export interface ComparedTiers {
  /** Accounts in the market for each pair of tiers. */
  readonly counts: readonly { readonly first: Tier; readonly second: Tier; readonly accounts: number }[];
  /** Accounts in tier A of the first card and C or D of the second, and the other way round; at most five each. */
  readonly onlyFirst: readonly PlacedApart[];
  readonly onlySecond: readonly PlacedApart[];
}

/** Two cards side by side; a card that could not be learned comes as its reason. */
export interface ComparedScorecards {
  readonly kind: 'comparison-of-scorecards';
  readonly snapshot: string;
  readonly asOf: string;
  readonly cards: readonly [LearnOutcome, LearnOutcome];
  readonly subjects: readonly ComparedSubject[];
  /** Null where a card is missing, cannot be asked of prospects, or there is no page to take the market from. */
  readonly tiers: ComparedTiers | null;
}

/** Accounts that are named on either side, at most. */
const NAMED = 5;

/** Learns a card for each of two outcomes and shows where they agree, trait by trait and account by account. */
export async function compareScorecards(
  workspace: Workspace,
  request: CompareRequest,
): Promise<ComparedScorecards> {
  const data = await currentData(workspace);
  const learn = (contrast: Contrast) => learnScorecard(workspace, { ...request, contrast, save: null });
  const first = await learn(request.contrasts[0]);
  const second = await learn(request.contrasts[1]);
  const both = [first, second].flatMap((one) => (one.kind === 'scorecard' ? [one.cards[0]!] : []));
  const result = { kind: 'comparison-of-scorecards', snapshot: data.snapshot, asOf: request.asOf } as const;
  if (both.length < 2) return { ...result, cards: [first, second], subjects: [], tiers: null };
  const [one, other] = [both[0]!, both[1]!];
  return {
    ...result,
    cards: [first, second],
    subjects: besideEachOther(one, other),
    tiers: await tiersUnder(workspace, data, { cards: [one, other], request }),
  };
}

function besideEachOther(first: Scorecard, second: Scorecard): readonly ComparedSubject[] {
  const subjects = [...new Set([...first.lines, ...second.lines].map(({ subject }) => subject))];
  const lineOf = ({ lines }: Scorecard, subject: string) => {
    const line = lines.find((of) => of.subject === subject);
    return line === undefined ? null : { label: line.label, points: line.points };
  };
  return subjects.map((subject) => ({
    subject,
    first: lineOf(first, subject),
    second: lineOf(second, subject),
  }));
}

async function tiersUnder(
  workspace: Workspace,
  data: CurrentData,
  of: { readonly cards: readonly [Scorecard, Scorecard]; readonly request: CompareRequest },
): Promise<ComparedTiers | null> {
  const { cards, request } = of;
  const asked = cards.every(({ searchable, lines }) => searchable && lines.length > 0);
  if (!asked || data.tables.accounts === undefined || (await workspace.store.profiles()).length === 0)
    return null;
  const { profile } = await currentProfile(workspace, { profile: request.profile, version: null });
  const compile = async (card: Scorecard) => {
    const version = { profile: pageWith(profile, card), version: 0 };
    return (await resolvedCard(workspace, data, { version, asOf: request.asOf })).card;
  };
  const [first, second] = [await compile(cards[0]), await compile(cards[1])];
  const { accounts } = await populationOf(workspace, data, { asOf: request.asOf, include: [] });
  const sources = conditionSources(data, subquery(accounts, 'a'));
  const names = data.field('accounts', 'name') === null ? [] : ['name'];
  const scored = (card: Card, alias: string) =>
    subquery(scoreQuery(card, sources, ['account_id', ...names]), alias);
  const placed = join(
    scored(first, 'f'),
    scored(second, 's'),
    eq(column('account_id', 'f'), column('account_id', 's')),
  );
  return {
    counts: await countPairs(workspace, placed),
    onlyFirst: await placedApart(workspace, placed, { names, best: 'f', worst: 's' }),
    onlySecond: await placedApart(workspace, placed, { names, best: 's', worst: 'f' }),
  };
}

function pageWith(profile: Profile, { lines }: Scorecard): Profile {
  const fit = lines.map(({ layer, condition, points }) => ({
    layer,
    condition,
    points,
    evidence: null,
    note: null,
  }));
  return { ...profile, fit, tiers: tiersFor(attainablePoints(fit)) };
}

async function countPairs(workspace: Workspace, placed: SqlRelation): Promise<ComparedTiers['counts']> {
  const tiers = [column('tier', 'f'), column('tier', 's')] as const;
  const rows = await workspace.engine.rows(
    select({
      columns: [named(tiers[0], 'first'), named(tiers[1], 'second'), named(count(), 'accounts')],
      from: placed,
      where: and(tiers.map((tier) => isNotNull(tier))),
      groupBy: [...tiers],
      orderBy: tiers.map((tier) => asc(tier)),
    }),
  );
  return rows.map((row) => ({
    first: row.first as Tier,
    second: row.second as Tier,
    accounts: Number(row.accounts),
  }));
}

async function placedApart(
  workspace: Workspace,
  placed: SqlRelation,
  {
    names,
    best,
    worst,
  }: { readonly names: readonly string[]; readonly best: 'f' | 's'; readonly worst: 'f' | 's' },
): Promise<readonly PlacedApart[]> {
  const rows = await workspace.engine.rows(
    select({
      columns: [
        column('account_id', 'f'),
        ...names.map((name) => column(name, 'f')),
        named(column('tier', 'f'), 'first'),
        named(column('tier', 's'), 'second'),
      ],
      from: placed,
      where: and([eq(column('tier', best), text('A')), isIn(column('tier', worst), ['C', 'D'])]),
      orderBy: [desc(column('fit', best)), asc(column('fit', worst)), asc(column('account_id', 'f'))],
      limit: NAMED,
    }),
  );
  return rows.map((row) => ({
    id: String(row.account_id),
    name: (row.name ?? null) as string | null,
    first: row.first as Tier,
    second: row.second as Tier,
  }));
}
