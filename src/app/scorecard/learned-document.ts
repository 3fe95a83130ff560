import { patternCondition } from '../../base/expr/index.ts';
import type { LearnOutcome } from './learn-scorecard.ts';
import type { Scorecard } from './types.ts';

/** The JSON document of a learned scorecard: conditions in the form that programs match on. */
export function learnedDocument(outcome: LearnOutcome): unknown {
  if (outcome.kind !== 'scorecard') return outcome;
  const { cards, rubric, saved, ...rest } = outcome;
  const version = saved && {
    profile: saved.version.name,
    version: saved.version.version,
    changed: saved.changed,
  };
  return { ...rest, cards: cards.map(cardDocument), rubric: cardDocument(rubric), saved: version };
}

function cardDocument({ lines, ...rest }: Scorecard): unknown {
  return { ...rest, lines: lines.map((line) => ({ ...line, condition: patternCondition(line.condition) })) };
}
