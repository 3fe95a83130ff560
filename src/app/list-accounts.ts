import { parquet, type SqlRelation } from '../base/sql/index.ts';
import { decodeRow, type ListedAccount, type TotalChances } from '../stages/list/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import { currentCard } from './current-card.ts';
import { currentData } from './current-data.ts';
import { countScored, type ReadScoredOptions, readScored } from './read-scored.ts';
import { type ScoreRequest, type ScoreResult, scoreAccounts } from './score-accounts.ts';
import { validatedCard } from './validated-card.ts';
import type { Workspace } from './workspace.ts';

/** How to score, and which part of the ranked table to read. */
export interface ListRequest extends ScoreRequest, ReadScoredOptions {}

/** The counts of the scoring, and the accounts read from `offset` on. */
export interface ListResult extends Omit<ScoreResult, 'top'> {
  readonly offset: number;
  /** Accounts that fit what was asked for, of which `list` is a part. */
  readonly matching: number;
  readonly list: readonly ListedAccount[];
}

/** A scored table that stands for the current data, profile, day and exclusions. */
export interface CurrentScores {
  readonly card: Card;
  readonly relation: SqlRelation;
  readonly result: ScoreResult;
  /** Empty until the card was validated on these data. */
  readonly chances: TotalChances;
}

/** The ranked list: from the stored table when nothing changed since it was scored, else scored anew. */
export async function listAccounts(workspace: Workspace, request: ListRequest): Promise<ListResult> {
  const { card, relation, result, chances } = await currentScores(workspace, request);
  const rows = await readScored(workspace, relation, request);
  const matching = await countScored(workspace, relation, request);
  const { top: _, ...summary } = result;
  return {
    ...summary,
    offset: request.offset,
    matching,
    list: rows.map((row) => decodeRow(card, row, chances)),
  };
}

/** The scored table for the current data, profile, day and exclusions: reused when it is there. */
export async function currentScores(workspace: Workspace, request: ScoreRequest): Promise<CurrentScores> {
  return (await storedScores(workspace, request)) ?? scoreAccounts(workspace, request);
}

/** The scored table when nothing changed since it was stored, else null. */
export async function storedScores(
  workspace: Workspace,
  request: ScoreRequest,
): Promise<CurrentScores | null> {
  const data = await currentData(workspace);
  const run = await workspace.store.latestRun('score', { snapshot: data.snapshot });
  if (run === null || run.file === null || run.asOf !== request.asOf) return null;
  const { card, version } = await currentCard(workspace, data, request);
  const same =
    run.profile?.name === card.profile.name &&
    run.profile.version === card.profile.version &&
    JSON.stringify(run.options) === JSON.stringify({ include: request.include });
  if (!same) return null;
  const relation = parquet(workspace.store.filePath(run.file));
  const validated = await validatedCard(workspace, { snapshot: data.snapshot, fit: version.profile.fit });
  const result = { ...(run.result as ScoreResult), run: run.id };
  return { card, relation, result, chances: validated?.rates ?? [] };
}
