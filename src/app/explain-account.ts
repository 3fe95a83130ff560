import { type ExprRecord, fieldsOf } from '../base/expr/index.ts';
import { column, eq, type Row, readRecords, select, subquery, text } from '../base/sql/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import type { TableName } from '../stages/dataset/index.ts';
import {
  type DataKnowledge,
  explainScore,
  explainUnknowns,
  type ScoreExplanation,
  type TimingFall,
  timingOutlook,
  type UnknownLine,
  type WaysHot,
  type WaysUp,
  waysHot,
  waysUp,
} from '../stages/explain/index.ts';
import {
  committeeText,
  type Exclusion,
  excludedAccounts,
  exclusions,
  type Play,
  playOf,
  whyNowText,
} from '../stages/list/index.ts';
import type { Profile } from '../stages/profile/index.ts';
import { type AccountScore, type Card, scoreRecord, type Tier, tierOf } from '../stages/scorecard/index.ts';
import type { Rate } from '../stages/scorecard/outcomes/index.ts';
import { allAccounts } from './account-columns.ts';
import { bestCustomers, type KnownCustomers } from './best-customers.ts';
import { type CardRequest, conditionSources, currentCard } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { exclusionTables } from './exclusion-tables.ts';
import { findAccount } from './find-account.ts';
import { loadCommittee } from './load-committee.ts';
import { type SimilarCustomers, similarCustomers, similarSubjects } from './similar-customers.ts';
import { ratesOf, validatedCard } from './validated-card.ts';
import type { Workspace } from './workspace.ts';

/** The account to explain, and the card to explain it by. */
export interface ExplainRequest extends CardRequest {
  /** Account id, domain or name. */
  readonly account: string;
}

/** Everything behind one account's place in the list. */
export interface ExplainResult {
  readonly account: { readonly id: string; readonly name: string | null; readonly domain: string | null };
  readonly profile: Card['profile'];
  readonly snapshot: string;
  readonly asOf: string;
  readonly score: Omit<AccountScore, 'market' | 'fitLines' | 'anti' | 'timingLines' | 'strongest'>;
  /** The tiers that the fit alone allows, whatever the standing: as known, and between which the unknowns can move it. */
  readonly fitTiers: { readonly known: Tier; readonly least: Tier; readonly most: Tier };
  /** The chance that its fit is worth, with its 90% interval; null until the card was validated, and where it is not scored. */
  readonly chance: Rate | null;
  readonly play: Play;
  /** Why it is left out of the list; null for a prospect. */
  readonly leftOut: Exclusion | null;
  /** What it is to us already; null when it never was a customer. */
  readonly customer: OwnCustomer | null;
  readonly tiers: Card['tiers'];
  readonly timingTiers: Card['timingTiers'];
  readonly sum: ScoreExplanation;
  readonly unknowns: readonly UnknownLine[];
  /** What would move it up a tier; null in tier A and for accounts that are out. */
  readonly up: WaysUp | null;
  /** What keeps an account of tier A from being called today; null when nothing does, and in other tiers. */
  readonly hot: WaysHot | null;
  /** When its timing falls below hot and warm, if nothing new happens. */
  readonly outlook: readonly TimingFall[];
  readonly similar: SimilarCustomers;
  readonly whyNow: string | null;
  readonly committee: { readonly found: string | null; readonly missing: string | null };
  readonly bestContact: string | null;
  readonly judgements: readonly Judgement[];
}

/** A customer's own place by value: 1 is the best, null where too little is known to rank it. */
export interface OwnCustomer {
  readonly since: string | null;
  readonly until: string | null;
  readonly rank: number | null;
  readonly of: number;
  readonly best: boolean;
}

/** Scores one account with the reference evaluator and takes the sum apart, line by line. */
export async function explainAccount(workspace: Workspace, request: ExplainRequest): Promise<ExplainResult> {
  const data = await currentData(workspace);
  const { card, version, context } = await currentCard(workspace, data, request);
  const { accountId, name, domain } = await findAccount(workspace, data, request.account);
  const subjects = similarSubjects(data, { card, context });
  const [record, known, committee, leftOut, validated, judgements] = await Promise.all([
    recordOf(workspace, data, { accountId, profile: version.profile, subjects }),
    bestCustomers(workspace, data, request.asOf),
    committeeAt(workspace, data, { card, accountId }),
    leftOutOf(workspace, data, { accountId, asOf: request.asOf }),
    validatedCard(workspace, { snapshot: data.snapshot, fit: version.profile.fit }),
    workspace.store.judgements(),
  ]);
  const similar = await similarCustomers(workspace, data, { accountId, record, subjects, known });
  const score = scoreRecord(card, record);
  const scored = { score, record, kindOf: (field: string) => data.field('accounts', field)?.kind ?? null };
  const { market: _m, fitLines: _f, anti: _a, timingLines: _t, strongest, ...shown } = score;
  return {
    account: { id: accountId, name, domain },
    profile: card.profile,
    snapshot: data.snapshot,
    asOf: request.asOf,
    score: shown,
    fitTiers: fitTiersOf(card, score),
    chance: score.tier === null ? null : ratesOf(validated)(score.fit),
    play: playOf(score.standing, score.tier, score.timing),
    leftOut,
    customer: ownCustomer(known, accountId),
    tiers: card.tiers,
    timingTiers: card.timingTiers,
    sum: explainScore(card, score, record),
    unknowns: explainUnknowns(card, scored, knowledgeOf(data)),
    up: waysUp(card, scored),
    hot: waysHot(card, scored),
    outlook: timingOutlook(card, score.timingLines),
    similar,
    whyNow: strongest === null ? null : whyNowText(card, strongest.line, strongest.on),
    committee: committeeText(card, committee === null ? null : Number(committee.committee_code)),
    bestContact: (committee?.best_contact ?? null) as string | null,
    judgements: judgements.filter((j) => j.accountId === accountId),
  };
}

/** All that the lines of the page, and the customers compared with it, ask of an account: each table is read once. */
async function recordOf(
  workspace: Workspace,
  data: CurrentData,
  {
    accountId,
    profile,
    subjects,
  }: {
    readonly accountId: string;
    readonly profile: Profile;
    readonly subjects: ReturnType<typeof similarSubjects>;
  },
): Promise<ExprRecord> {
  const asked = [
    ...profile.market,
    ...profile.fit.map((l) => l.condition),
    ...profile.anti.map((l) => l.condition),
  ].flatMap((condition) => fieldsOf(condition));
  const compared = subjects.flatMap((of) => (of.kind === 'field' ? [of.field] : []));
  const sources = conditionSources(data, subquery(allAccounts(data), 'a'));
  const records = await readRecords(workspace.engine, sources, {
    accountIds: [accountId],
    fields: [...new Set([...asked, ...compared])],
  });
  return records.get(accountId)!;
}

function fitTiersOf({ tiers }: Card, { fit, fitMin, fitMax }: AccountScore): ExplainResult['fitTiers'] {
  return { known: tierOf(fit, tiers), least: tierOf(fitMin, tiers), most: tierOf(fitMax, tiers) };
}

function ownCustomer({ customers, ranked }: KnownCustomers, accountId: string): OwnCustomer | null {
  const own = customers.find(({ facts }) => facts.accountId === accountId);
  if (own === undefined) return null;
  const { startedOn, endedOn } = own.facts;
  return { since: startedOn, until: endedOn, rank: own.rank, of: ranked, best: own.best };
}

function knowledgeOf(data: CurrentData): DataKnowledge {
  return {
    field: (name) => data.field('accounts', name),
    sourcesOf: (table: TableName) => [
      ...new Set(data.fields.filter((field) => field.table === table).flatMap(({ sources }) => sources)),
    ],
  };
}

async function leftOutOf(
  workspace: Workspace,
  data: CurrentData,
  { accountId, asOf }: { readonly accountId: string; readonly asOf: string },
): Promise<Exclusion | null> {
  const excluded = excludedAccounts(exclusionTables(data), { asOf, include: [] });
  if (excluded === null) return null;
  const [row] = await workspace.engine.rows(
    select({
      columns: [column('reason')],
      from: subquery(excluded, 'e'),
      where: eq(column('account_id'), text(accountId)),
    }),
  );
  return row === undefined ? null : (exclusions[Number(row.reason)] ?? null);
}

async function committeeAt(
  workspace: Workspace,
  data: CurrentData,
  { card, accountId }: { readonly card: Card; readonly accountId: string },
): Promise<Row | null> {
  const query = await loadCommittee(workspace, data, card);
  if (query === null) return null;
  const rows = await workspace.engine.rows(
    select({
      columns: [column('committee_code'), column('best_contact')],
      from: subquery(query, 'c'),
      where: eq(column('account_id'), text(accountId)),
    }),
  );
  return rows[0] ?? { committee_code: 0, best_contact: null };
}
