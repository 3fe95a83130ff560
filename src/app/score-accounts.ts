import { BestfitError } from '../base/errors/index.ts';
import {
  column,
  count,
  countWhere,
  eq,
  join,
  named,
  parquet,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
} from '../base/sql/index.ts';
import type { Run } from '../edges/store/index.ts';
import {
  decodeRow,
  type Exclusion,
  excludedAccounts,
  exclusions,
  type ListedAccount,
  listedColumns,
  listQuery,
  prospectAccounts,
} from '../stages/list/index.ts';
import { type Card, scoreQuery, type Tier } from '../stages/scorecard/index.ts';
import { allAccounts } from './account-columns.ts';
import { type CardRequest, conditionSources, currentCard } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { exclusionTables } from './exclusion-tables.ts';
import { hasProspects } from './has-prospects.ts';
import { loadCommittee } from './load-committee.ts';
import { readScored } from './read-scored.ts';
import type { Workspace } from './workspace.ts';

/** The card to score with, and groups to keep on the list that are left out otherwise. */
export interface ScoreRequest extends CardRequest {
  readonly include: readonly Exclusion[];
  readonly at: string;
  readonly onProgress: (step: string) => void;
}

/** How all accounts stand against the current profile (design, section 8: `score --json`). */
export interface ScoreResult {
  readonly profile: { readonly name: string; readonly version: number };
  readonly snapshot: string;
  readonly asOf: string;
  readonly run: number;
  /** `prospects`, or `customers` when there is no prospect: then the list is a back-check. */
  readonly scored: 'prospects' | 'customers';
  readonly accounts: number;
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly disqualified: number;
  readonly outsideMarket: number;
  /** Scored accounts whose tier depends on something unknown. */
  readonly needsData: number;
  readonly callToday: number;
  /** Accounts left out before scoring, by reason. */
  readonly excluded: Readonly<Record<Exclusion, number>>;
  readonly top: readonly ListedAccount[];
}

/** What later steps need of a scoring run: the card, the stored table and its summary. */
export interface Scored {
  readonly card: Card;
  readonly run: Run;
  readonly relation: SqlRelation;
  readonly result: ScoreResult;
}

/** Scores all prospects in the engine, stores the ranked table and counts it. */
export async function scoreAccounts(workspace: Workspace, request: ScoreRequest): Promise<Scored> {
  const data = await currentData(workspace);
  if (data.tables.accounts === undefined) {
    throw new BestfitError('store.no-accounts', { workspace: workspace.store.path });
  }
  const { card } = await currentCard(workspace, data, request);
  const population = await populationOf(workspace, data, request);
  request.onProgress('Scoring accounts');
  const sources = conditionSources(data, subquery(population.accounts, 'a'));
  const carried = listedColumns.filter(
    (name) => name === 'account_id' || data.field('accounts', name) !== null,
  );
  const committee = await loadCommittee(workspace, data, card);
  const query = listQuery(card, scoreQuery(card, sources, carried), committee);
  const draft = workspace.store.draftFile('parquet');
  const rows = await workspace.engine.copy(query, { format: 'parquet', path: draft });
  const file = await workspace.store.adopt(draft, rows);
  const relation = parquet(workspace.store.filePath(file));
  const counts = await countStandings(workspace, relation);
  const top = (await readScored(workspace, relation, { limit: 10, offset: 0, ranked: true })).map((row) =>
    decodeRow(card, row),
  );
  const summary: Omit<ScoreResult, 'run'> = {
    profile: card.profile,
    snapshot: data.snapshot,
    asOf: request.asOf,
    scored: population.kind,
    ...counts,
    excluded: population.excluded,
    top,
  };
  const run = await workspace.store.saveRun({
    kind: 'score',
    at: request.at,
    snapshot: data.snapshot,
    profile: card.profile,
    asOf: request.asOf,
    seed: null,
    options: { include: request.include },
    result: summary,
    file,
  });
  return { card, run, relation, result: { ...summary, run: run.id } };
}

interface Population {
  readonly kind: 'prospects' | 'customers';
  readonly accounts: SqlSelect;
  readonly excluded: Readonly<Record<Exclusion, number>>;
}

async function populationOf(
  workspace: Workspace,
  data: CurrentData,
  request: ScoreRequest,
): Promise<Population> {
  const all = allAccounts(data);
  const excluded = excludedAccounts(exclusionTables(data), request);
  const counts = excluded === null ? noneExcluded : await countExcluded(workspace, all, excluded);
  const left = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const total = data.commit.snapshot.tables.accounts?.rows ?? 0;
  if (left >= total || !(await hasProspects(workspace, data, all)))
    return { kind: 'customers', accounts: all, excluded: noneExcluded };
  return { kind: 'prospects', accounts: prospectAccounts(all, excluded), excluded: counts };
}

const noneExcluded: Readonly<Record<Exclusion, number>> = {
  customers: 0,
  'open-deals': 0,
  'recently-lost': 0,
};

async function countExcluded(workspace: Workspace, accounts: SqlSelect, excluded: SqlSelect) {
  const rows = await workspace.engine.rows(
    select({
      columns: [named(column('reason', 'e'), 'reason'), named(count(), 'n')],
      from: join(
        subquery(accounts, 'a'),
        subquery(excluded, 'e'),
        eq(column('account_id', 'a'), column('account_id', 'e')),
      ),
      groupBy: [column('reason', 'e')],
    }),
  );
  const found = rows.map((row) => [exclusions[Number(row.reason)]!, Number(row.n)] as const);
  return { ...noneExcluded, ...Object.fromEntries(found) };
}

async function countStandings(workspace: Workspace, scored: SqlRelation) {
  const inTier = (tier: Tier) => named(countWhere(eq(column('tier'), text(tier))), tier);
  const standing = (name: string, as: string) => named(countWhere(eq(column('standing'), text(name))), as);
  const [row] = await workspace.engine.rows(
    select({
      columns: [
        named(count(), 'accounts'),
        ...(['A', 'B', 'C', 'D'] as const).map(inTier),
        standing('disqualified', 'disqualified'),
        standing('outside-market', 'outside'),
        named(countWhere(column('needs_data')), 'needs_data'),
        named(countWhere(eq(column('play'), text('call today'))), 'call_today'),
      ],
      from: scored,
    }),
  );
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
