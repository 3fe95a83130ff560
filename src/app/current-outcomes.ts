import { BestfitError } from '../base/errors/index.ts';
import { type SqlRelation, subquery } from '../base/sql/index.ts';
import type { ProfileVersion } from '../stages/profile/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import {
  type OutcomeVectors,
  outcomeQuery,
  readOutcomes,
  storedOutcomeQuery,
} from '../stages/scorecard/outcomes/index.ts';
import { conditionSources, currentCard } from './current-card.ts';
import { currentData } from './current-data.ts';
import { storedScores } from './list-accounts.ts';
import { type Population, populationOf } from './population.ts';
import type { ScoreRequest } from './score-accounts.ts';
import { workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** The page, its card and the counts of the outcomes of its fit lines over all accounts to be scored. */
export interface CurrentOutcomes {
  readonly version: ProfileVersion;
  readonly card: Card;
  readonly snapshot: string;
  readonly scored: Population['kind'];
  readonly vectors: OutcomeVectors;
  /** The scored table they were counted from; null where the accounts themselves were asked. */
  readonly relation: SqlRelation | null;
}

/** Counts the outcomes once: from the stored table when nothing changed since, else over the accounts. */
export async function currentOutcomes(workspace: Workspace, request: ScoreRequest): Promise<CurrentOutcomes> {
  const data = await currentData(workspace);
  if (data.tables.accounts === undefined)
    throw new BestfitError('store.no-accounts', { workspace: workspace.store.path });
  const { version, card } = await currentCard(workspace, data, request);
  const stored = await storedScores(workspace, request);
  if (stored !== null) {
    const rows = await workspace.engine.rows(storedOutcomeQuery(stored.relation));
    const vectors = readOutcomes(rows, card.fit.length);
    const { scored } = stored.result;
    return { version, card, snapshot: data.snapshot, scored, vectors, relation: stored.relation };
  }
  request.onProgress(workEvent('counting-outcomes'));
  const { kind, accounts } = await populationOf(workspace, data, request);
  const query = outcomeQuery(card, conditionSources(data, subquery(accounts, 'a')));
  const vectors = readOutcomes(await workspace.engine.rows(query), card.fit.length);
  return { version, card, snapshot: data.snapshot, scored: kind, vectors, relation: null };
}
