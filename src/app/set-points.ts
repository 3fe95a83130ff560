import type { SqlRelation } from '../base/sql/index.ts';
import type { Profile } from '../stages/profile/index.ts';
import type { Card, Tier } from '../stages/scorecard/index.ts';
import {
  type CardChange,
  countOutcomes,
  editPoints,
  movedQuery,
  type OutcomeCounts,
  type PointsFigures,
  type TierMove,
  tierMoves,
} from '../stages/scorecard/outcomes/index.ts';
import { type CurrentOutcomes, currentOutcomes } from './current-outcomes.ts';
import { findLine } from './find-line.ts';
import { heldOutFigures } from './held-out-figures.ts';
import type { Population } from './population.ts';
import { type SaveAsk, type SavedVersion, saveEdited } from './save-edited.ts';
import { type ScoreRequest, scoreAccounts } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** New points for a line, named in words. */
export interface PointsEdit {
  readonly line: string;
  /** -5 to 5; 0 takes the line out. */
  readonly points: number;
}

/** The edits to try, and whether the page is kept with them. */
export interface SetPointsRequest extends ScoreRequest, SaveAsk {
  readonly edits: readonly PointsEdit[];
}

/** An account whose tier changes. */
export interface MovedAccount {
  /** Its place in the queue before. */
  readonly rank: number;
  readonly id: string;
  readonly name: string | null;
  readonly from: Tier;
  readonly to: Tier;
}

/** What other points do, before and after. */
export interface SetPointsResult {
  readonly profile: Card['profile'];
  readonly snapshot: string;
  readonly asOf: string;
  readonly scored: Population['kind'];
  /** The lines that were named, as the page has them; unchanged ones too. */
  readonly edits: readonly { readonly line: string; readonly before: number; readonly after: number }[];
  readonly tiers: Card['tiers'];
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  readonly moves: readonly TierMove[];
  /** The first ten that move, by rank. */
  readonly moved: readonly MovedAccount[];
  /** On data that the cards had not seen; null where the page was not validated on these data. */
  readonly heldOut: { readonly before: PointsFigures; readonly after: PointsFigures } | null;
  readonly saved: SavedVersion | null;
}

const mostShown = 10;

/** Tries other points on lines of the page: answered from the counts of outcomes, nothing is learned or scored anew. */
export async function setPoints(workspace: Workspace, request: SetPointsRequest): Promise<SetPointsResult> {
  const current = await rankedOutcomes(workspace, request);
  const { version, card, snapshot, scored, vectors } = current;
  const edits = request.edits.map(({ line, points }) => ({ line: findLine(card.fit, line), points }));
  const after = edits.reduce((edited, { line, points }) => editPoints(edited, line, points), card);
  const named = [...new Set(edits.map(({ line }) => line))];
  return {
    profile: card.profile,
    snapshot,
    asOf: request.asOf,
    scored,
    edits: named.map((i) => ({
      line: card.fit[i]!.label,
      before: card.fit[i]!.points,
      after: after.fit[i]!.points,
    })),
    tiers: card.tiers,
    before: countOutcomes(vectors, card),
    after: countOutcomes(vectors, after),
    moves: tierMoves(vectors, { before: card, after }),
    moved: await movedAccounts(workspace, current.relation, { before: card, after }),
    heldOut: await heldOutFigures(workspace, {
      snapshot,
      before: version.profile.fit,
      after: pointed(version.profile, after),
    }),
    saved: await saveEdited(
      workspace,
      { from: version, profile: withPoints(version.profile, after), snapshot },
      request,
    ),
  };
}

/** The outcomes with the ranked table behind them, which names the accounts: scored first where nothing is stored. */
async function rankedOutcomes(workspace: Workspace, request: ScoreRequest): Promise<CurrentOutcomes> {
  const current = await currentOutcomes(workspace, request);
  if (current.relation !== null) return current;
  const { relation } = await scoreAccounts(workspace, request);
  return { ...current, relation };
}

/** The first accounts of a stored list that move from one card to another. */
export async function movedAccounts(
  { engine }: Pick<Workspace, 'engine'>,
  relation: SqlRelation | null,
  change: CardChange,
): Promise<readonly MovedAccount[]> {
  if (relation === null) return [];
  const columns = ['rank', 'account_id', 'name'];
  const rows = await engine.rows(movedQuery(relation, { ...change, limit: mostShown, columns }));
  return rows.map((row) => ({
    rank: Number(row.rank),
    id: String(row.account_id),
    name: (row.name ?? null) as string | null,
    from: row.tier_before as Tier,
    to: row.tier_after as Tier,
  }));
}

/** The page with the points of a card; a line without points is taken out. */
function withPoints(profile: Profile, { fit }: Card): Profile {
  const changed = pointed(profile, { fit }).filter(
    ({ points }, i) => points !== 0 || profile.fit[i]!.points === 0,
  );
  return { ...profile, fit: changed };
}

function pointed(profile: Profile, { fit }: Pick<Card, 'fit'>): Profile['fit'] {
  return profile.fit.map((line, i) => ({ ...line, points: fit[i]!.points }));
}
