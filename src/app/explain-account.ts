import { fieldsOf } from '../base/expr/index.ts';
import { column, eq, type Row, readRecords, select, subquery, text } from '../base/sql/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import {
  committeeText,
  explainScore,
  type Play,
  playOf,
  type ScoreExplanation,
  whyNowText,
} from '../stages/list/index.ts';
import { type AccountScore, type Card, scoreRecord } from '../stages/scorecard/index.ts';
import { allAccounts } from './account-columns.ts';
import { type CardRequest, conditionSources, currentCard } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { findAccount } from './find-account.ts';
import { loadCommittee } from './load-committee.ts';
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
  readonly play: Play;
  readonly tiers: Card['tiers'];
  readonly timingTiers: Card['timingTiers'];
  readonly sum: ScoreExplanation;
  readonly whyNow: string | null;
  readonly committee: { readonly found: string | null; readonly missing: string | null };
  readonly bestContact: string | null;
  readonly judgements: readonly Judgement[];
}

/** Scores one account with the reference evaluator and takes the sum apart, line by line. */
export async function explainAccount(workspace: Workspace, request: ExplainRequest): Promise<ExplainResult> {
  const data = await currentData(workspace);
  const { card, version } = await currentCard(workspace, data, request);
  const found = await findAccount(workspace, data, request.account);
  const { profile } = version;
  const fields = [
    ...profile.market,
    ...profile.fit.map((l) => l.condition),
    ...profile.anti.map((l) => l.condition),
  ].flatMap((condition) => fieldsOf(condition));
  const sources = conditionSources(data, subquery(allAccounts(data), 'a'));
  const records = await readRecords(workspace.engine, sources, {
    accountIds: [found.accountId],
    fields: [...new Set(fields)],
  });
  const score = scoreRecord(card, records.get(found.accountId)!);
  const { market: _m, fitLines: _f, anti: _a, timingLines: _t, strongest, ...shown } = score;
  const committee = await committeeAt(workspace, data, { card, accountId: found.accountId });
  return {
    account: {
      id: found.accountId,
      name: found.name,
      domain: await domainOf(workspace, data, found.accountId),
    },
    profile: card.profile,
    snapshot: data.snapshot,
    asOf: request.asOf,
    score: shown,
    play: playOf(score.standing, score.tier, score.timing),
    tiers: card.tiers,
    timingTiers: card.timingTiers,
    sum: explainScore(card, score),
    whyNow: strongest === null ? null : whyNowText(card, strongest.line, strongest.on),
    committee: committeeText(card, committee === null ? null : Number(committee.committee_code)),
    bestContact: (committee?.best_contact ?? null) as string | null,
    judgements: (await workspace.store.judgements()).filter((j) => j.accountId === found.accountId),
  };
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

async function domainOf(workspace: Workspace, data: CurrentData, accountId: string): Promise<string | null> {
  const from = data.tables.accounts;
  if (from === undefined || data.field('accounts', 'domain') === null) return null;
  const rows = await workspace.engine.rows(
    select({ columns: [column('domain')], from, where: eq(column('account_id'), text(accountId)) }),
  );
  return (rows[0]?.domain ?? null) as string | null;
}
