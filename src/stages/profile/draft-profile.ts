import { attainablePoints } from './attainable-points.ts';
import { choosePatterns } from './choose-patterns.ts';
import { draftBudget } from './draft-budget.ts';
import { draftCommittee } from './draft-committee.ts';
import { draftLines } from './draft-lines.ts';
import { draftMarket } from './draft-market.ts';
import { draftQuestions } from './draft-questions.ts';
import { profileStatus } from './profile-status.ts';
import { defaultTimingTiers } from './read-tiers.ts';
import { tiersFor } from './tiers-for.ts';
import type { DraftInput, Profile } from './types.ts';

/**
 * Drafts the page from data and writes only what data says (design, sections 6 and 7). Points follow the rubric;
 * nothing disqualifies (only a person turns an against pattern into an anti line); angle, motives, challenges and
 * edge stay open. Without supported or suggestive patterns the page is an empty hypothesis with its questions.
 */
export function draftProfile(input: DraftInput): Profile {
  const chosen = choosePatterns(input.patterns, input.fields);
  const { fit, timing, evidenceOnly } = draftLines(chosen, input);
  const committee = input.kind === 'company' ? draftCommittee(input.people) : [];
  return {
    name: input.name,
    kind: input.kind,
    status: profileStatus(fit, input.aucLow),
    market: draftMarket(input),
    fit,
    timing,
    anti: [],
    evidenceOnly,
    committee,
    challenges: [],
    budget: draftBudget(input.contracts),
    marketSize: null,
    edge: null,
    tiers: tiersFor(attainablePoints(fit)),
    timingTiers: defaultTimingTiers,
    queueBy: ['tier', 'timing'],
    review: { every: 'quarter' },
    questions: draftQuestions(input, chosen, { timing, committee }),
  };
}
