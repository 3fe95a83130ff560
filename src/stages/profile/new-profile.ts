import { answeredExclusions } from './answered-exclusions.ts';
import { answeredMarket } from './answered-market.ts';
import { answeredTraits } from './answered-traits.ts';
import { attainablePoints } from './attainable-points.ts';
import { declareHypothesis } from './declare-hypothesis.ts';
import { profileQuestions } from './profile-questions.ts';
import { readFigure } from './read-figure.ts';
import { readSignalAnswer } from './read-signal-answer.ts';
import { defaultTimingTiers } from './read-tiers.ts';
import { defaultHalfLife } from './read-timing.ts';
import { beliefPoints } from './rubric-points.ts';
import { splitAnswer } from './split-answer.ts';
import { tiersFor } from './tiers-for.ts';
import type { NewProfile, Profile, ProfileAnswers, TimingLine } from './types.ts';

/**
 * Makes a hypothesis profile from the answers to `profileQuestions`, for a company that has no data yet
 * (requirement A4). Every believed trait is also given as a hypothesis to record now: beliefs declared before the
 * first look at data need far fewer customers to be settled. What could not be read comes back as typed.
 */
export function newProfile(input: { readonly name: string; readonly answers: ProfileAnswers }): NewProfile {
  const { name, answers } = input;
  const traits = answeredTraits(answers);
  const market = answeredMarket(answers);
  const exclusions = answeredExclusions(answers);
  const timing = answeredSignals(answers);
  const profile: Profile = {
    name,
    kind: 'company',
    status: 'hypothesis',
    market: market.market,
    fit: traits.fit,
    timing,
    anti: exclusions.anti,
    evidenceOnly: [],
    committee: answeredCommittee(answers),
    ...answeredOffer(answers),
    budget: null,
    marketSize: null,
    tiers: tiersFor(attainablePoints(traits.fit)),
    timingTiers: defaultTimingTiers,
    queueBy: ['tier', 'timing'],
    review: { every: 'quarter' },
    questions: openQuestions(answers),
  };
  return {
    profile,
    hypotheses: [...traits.fit, ...timing].map(({ condition }) => declareHypothesis(condition)),
    unread: [...traits.unread, ...market.unread, ...exclusions.unread],
  };
}

function answeredSignals({ signals }: ProfileAnswers): readonly TimingLine[] {
  return splitAnswer(signals, /[,;\n]/)
    .map(readSignalAnswer)
    .map((condition) => ({
      condition,
      points: beliefPoints(condition, []),
      halfLife: defaultHalfLife,
      evidence: null,
    }));
}

/** What is offered stands as the edge until a customer puts it better; the problems after the colon as challenges. */
function answeredOffer({ offer }: ProfileAnswers): Pick<Profile, 'edge' | 'challenges'> {
  const typed = offer?.trim() ?? '';
  const colon = typed.indexOf(':');
  const edge = colon < 0 ? typed : typed.slice(0, colon).trim();
  const challenges = colon < 0 ? [] : splitAnswer(typed.slice(colon + 1), /[;\n]/);
  return { edge: edge === '' ? null : edge, challenges };
}

function answeredCommittee({ buyer, user, blocker }: ProfileAnswers): Profile['committee'] {
  return [
    readFigure('economic buyer', buyer),
    readFigure('user', user),
    readFigure('blocker', blocker),
  ].filter((figure) => figure !== null);
}

function openQuestions(answers: ProfileAnswers): readonly string[] {
  return profileQuestions.filter(({ id }) => (answers[id] ?? '').trim() === '').map(({ text }) => text);
}
