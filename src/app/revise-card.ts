import { BestfitError } from '../base/errors/index.ts';
import type { Profile } from '../stages/profile/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import {
  countOutcomes,
  editPoints,
  type OutcomeCounts,
  type PointsFigures,
  type TierMove,
  tierMoves,
} from '../stages/scorecard/outcomes/index.ts';
import { currentCard } from './current-card.ts';
import { currentData } from './current-data.ts';
import { heldOutFigures } from './held-out-figures.ts';
import { storedScores } from './list-accounts.ts';
import { listOutcomes } from './list-outcomes.ts';
import { type SaveAsk, type SavedVersion, saveEdited } from './save-edited.ts';
import type { ScoreRequest } from './score-accounts.ts';
import { type MovedAccount, movedAccounts } from './set-points.ts';
import type { Workspace } from './workspace.ts';

/** Other points on lines and other cut-offs, tried or kept together. */
export interface ReviseRequest extends ScoreRequest, SaveAsk {
  /** Lines by their id on the card; 0 points take a line out. */
  readonly points: readonly { readonly line: string; readonly points: number }[];
  /** Null keeps those of the page. */
  readonly tiers: Card['tiers'] | null;
}

/** What other points and cut-offs do. */
export interface RevisedCard {
  readonly kind: 'revised';
  readonly profile: Card['profile'];
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  readonly moves: readonly TierMove[];
  /** The first ten that move, by rank. */
  readonly moved: readonly MovedAccount[];
  /** On data that the cards had not seen; null where the page was not validated on these data. */
  readonly heldOut: { readonly before: PointsFigures; readonly after: PointsFigures } | null;
  readonly saved: SavedVersion | null;
}

/** Tries other points and cut-offs on the scored list, and keeps them as one new version when asked. */
export async function reviseCard(
  workspace: Workspace,
  request: ReviseRequest,
): Promise<RevisedCard | { readonly kind: 'not-scored' }> {
  const data = await currentData(workspace);
  const { version, card } = await currentCard(workspace, data, request);
  const scores = await storedScores(workspace, request);
  const outcomes = await listOutcomes(workspace, request);
  if (scores === null || outcomes.kind === 'not-scored') return { kind: 'not-scored' };
  const { vectors } = outcomes;
  const pointed = request.points.reduce(
    (of, { line, points }) => editPoints(of, placeOf(card, line), points),
    card,
  );
  const after = { ...pointed, tiers: request.tiers ?? card.tiers };
  const profile = revisedPage(version.profile, after);
  const lines = version.profile.fit.map((line, i) => ({ ...line, points: after.fit[i]!.points }));
  const change = { before: card, after };
  return {
    kind: 'revised',
    profile: card.profile,
    before: countOutcomes(vectors, card),
    after: countOutcomes(vectors, after),
    moves: tierMoves(vectors, change),
    moved: await movedAccounts(workspace, scores.relation, change),
    heldOut: await heldOutFigures(workspace, {
      snapshot: data.snapshot,
      before: version.profile.fit,
      after: lines,
    }),
    saved: await saveEdited(workspace, { from: version, profile, snapshot: data.snapshot }, request),
  };
}

function placeOf({ fit }: Card, id: string): number {
  const place = fit.findIndex((line) => line.id === id);
  if (place >= 0) return place;
  const lines = fit.map((line) => `${line.id} (${line.label})`);
  throw new BestfitError('scorecard.line-missing', { line: id, lines });
}

/** The page with the points and tiers of a card; a line without points is taken out. */
function revisedPage(profile: Profile, { fit, tiers }: Card): Profile {
  const lines = profile.fit.map((line, i) => ({ ...line, points: fit[i]!.points }));
  return {
    ...profile,
    tiers,
    fit: lines.filter(({ points }, i) => points !== 0 || profile.fit[i]!.points === 0),
  };
}
