import type { ComparedScorecards } from './compare-scorecards.ts';
import { learnedDocument } from './learned-document.ts';

/** The JSON document of two cards side by side. */
export function comparedDocument({ cards, ...rest }: ComparedScorecards): unknown {
  return { ...rest, cards: cards.map(learnedDocument) };
}
