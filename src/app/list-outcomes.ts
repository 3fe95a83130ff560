import { type OutcomeVectors, readOutcomes, storedOutcomeQuery } from '../stages/scorecard/outcomes/index.ts';
import { storedScores } from './list-accounts.ts';
import { remembered } from './remembered.ts';
import type { ScoreRequest } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** The counted outcomes behind the list, or that nothing was scored with this page, these data and this day. */
export type ListOutcomes =
  | { readonly kind: 'not-scored' }
  | { readonly kind: 'outcomes'; readonly run: number; readonly vectors: OutcomeVectors };

/** The counts from which other points and tiers are told without asking the accounts; counted once for a scoring. */
export async function listOutcomes(workspace: Workspace, request: ScoreRequest): Promise<ListOutcomes> {
  const scores = await storedScores(workspace, request);
  if (scores === null) return { kind: 'not-scored' };
  const { card, relation, result } = scores;
  const memory = { of: 'outcomes', key: [result.run], most: 2 };
  const vectors = await remembered(workspace, memory, async () =>
    readOutcomes(await workspace.engine.rows(storedOutcomeQuery(relation)), card.fit.length),
  );
  return { kind: 'outcomes', run: result.run, vectors };
}
