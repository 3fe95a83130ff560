import { BestfitError } from '../base/errors/index.ts';
import {
  column,
  count,
  countWhere,
  eq,
  named,
  parquet,
  type SqlRelation,
  select,
  subquery,
  text,
} from '../base/sql/index.ts';
import type { Run } from '../edges/store/index.ts';
import {
  decodeRow,
  type ListedAccount,
  listedColumns,
  listQuery,
  type TotalChances,
} from '../stages/list/index.ts';
import { type Card, scoreQuery, type Tier } from '../stages/scorecard/index.ts';
import { type CountRequest, standingCounts, type TierCounts } from './count-tiers.ts';
import { conditionSources, currentCard } from './current-card.ts';
import { currentData } from './current-data.ts';
import { loadCommittee } from './load-committee.ts';
import { populationOf } from './population.ts';
import { readScored } from './read-scored.ts';
import { validatedCard } from './validated-card.ts';
import { type WorkEvent, workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** What to score with, and when. */
export interface ScoreRequest extends CountRequest {
  readonly at: string;
  readonly onProgress: (event: WorkEvent) => void;
}

/** How all accounts stand against the current profile (design, section 8: `score --json`). */
export interface ScoreResult extends TierCounts {
  readonly run: number;
  readonly top: readonly ListedAccount[];
}

/** What later steps need of a scoring run: the card, the stored table and its summary. */
export interface Scored {
  readonly card: Card;
  readonly run: Run;
  readonly relation: SqlRelation;
  readonly result: ScoreResult;
  /** Empty until the card was validated on these data. */
  readonly chances: TotalChances;
}

/** Scores all prospects in the engine, stores the ranked table and counts it. */
export async function scoreAccounts(workspace: Workspace, request: ScoreRequest): Promise<Scored> {
  const data = await currentData(workspace);
  if (data.tables.accounts === undefined) {
    throw new BestfitError('store.no-accounts', { workspace: workspace.store.path });
  }
  const { card, version } = await currentCard(workspace, data, request);
  const validated = await validatedCard(workspace, { snapshot: data.snapshot, fit: version.profile.fit });
  const chances = validated?.rates ?? [];
  const population = await populationOf(workspace, data, request);
  request.onProgress(workEvent('scoring'));
  const sources = conditionSources(data, subquery(population.accounts, 'a'));
  const carried = listedColumns.filter(
    (name) => name === 'account_id' || data.field('accounts', name) !== null,
  );
  const committee = await loadCommittee(workspace, data, card);
  const query = listQuery(card, scoreQuery(card, sources, carried), committee);
  const draft = workspace.store.draftFile('parquet');
  const rows = await workspace.engine.copy(query, { format: 'parquet', path: draft, anyOrder: true });
  const file = await workspace.store.adopt(draft, rows);
  const relation = parquet(workspace.store.filePath(file));
  const counts = await countStandings(workspace, relation);
  const top = (await readScored(workspace, relation, { limit: 10, offset: 0, ranked: true })).map((row) =>
    decodeRow(card, row, chances),
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
  return { card, run, relation, chances, result: { ...summary, run: run.id } };
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
  return standingCounts(row);
}
