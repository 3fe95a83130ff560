import type { Card } from '../stages/scorecard/index.ts';
import {
  type Survival,
  type TierRanges,
  tierRanges,
  underMissingFields,
  underWrongField,
  type WorthKnowing,
  worthKnowing,
} from '../stages/scorecard/outcomes/index.ts';
import { currentOutcomes } from './current-outcomes.ts';
import type { Population } from './population.ts';
import type { ScoreRequest } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** What is unknown, what is worth finding out, and how much the top of the list hangs on single data. */
export interface UnknownsResult {
  readonly profile: Card['profile'];
  readonly snapshot: string;
  readonly asOf: string;
  readonly scored: Population['kind'];
  /** By how many tier decisions each settles, the most first. */
  readonly worthKnowing: readonly WorthKnowing[];
  readonly ranges: TierRanges;
  readonly robustness: {
    /** The share of accounts that hold the industry of another; null survival where no line asks for the industry. */
    readonly wrongIndustry: { readonly share: number; readonly survival: Survival | null };
    /** The chance that a field is missing. */
    readonly missingFields: { readonly share: number; readonly survival: Survival };
  };
}

/** A data set in which one in ten industries is wrong, or one in five fields is missing, is an ordinary one. */
const ordinary = { wrong: 0.1, missing: 0.2 } as const;

/** Works out from the counts of outcomes what the unknowns of the page can still change. */
export async function listUnknowns(workspace: Workspace, request: ScoreRequest): Promise<UnknownsResult> {
  const { card, snapshot, scored, vectors } = await currentOutcomes(workspace, request);
  const wrong = { field: 'industry', share: ordinary.wrong };
  return {
    profile: card.profile,
    snapshot,
    asOf: request.asOf,
    scored,
    worthKnowing: worthKnowing(vectors, card),
    ranges: tierRanges(vectors, card),
    robustness: {
      wrongIndustry: { share: ordinary.wrong, survival: underWrongField(vectors, card, wrong) },
      missingFields: {
        share: ordinary.missing,
        survival: underMissingFields(vectors, card, ordinary.missing),
      },
    },
  };
}
