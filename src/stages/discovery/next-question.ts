import type { Condition } from '../../base/expr/index.ts';
import type { Belief } from './belief.ts';
import { conditionOf } from './condition-of.ts';
import { needLater } from './need-later.ts';
import type { DiscoveryResult, Doubt, Pattern } from './types.ts';
import { valuesToFill } from './values-to-fill.ts';

/**
 * What settles a question: one word about when a field becomes known; values filled in; a belief said now and tested on
 * later customers, or one that already waits for them; more customers for the search; a person's word on which of two
 * traits it is, or on a trait that chance may explain; beliefs, where nothing stands out.
 */
export type QuestionKind =
  | 'when-known'
  | 'fill-in'
  | 'say-now'
  | 'later-customers'
  | 'more-customers'
  | 'which-of-two'
  | 'ask-people'
  | 'believe';

/** The question that is settled soonest, and what settles it. */
export interface NextQuestion {
  readonly kind: QuestionKind;
  /** Id of the pattern it is about; null for a belief that none tests yet, or where nothing stands out. */
  readonly pattern: string | null;
  /** The trait it is about; null where it is about a field, or nothing stands out. */
  readonly condition: Condition | null;
  /** Field to say something of, as the question about it names it; else null. */
  readonly field: string | null;
  /** Values to fill in, or customers still to come, until it is settled about 3 times in 4; null: an answer settles it. */
  readonly needed: number | null;
  /** Id of the pattern that it cannot be told apart from; null for the time of the start, or where that is no question. */
  readonly other: string | null;
}

/** What the next question is chosen from. */
export interface Unsettled {
  readonly result: Pick<DiscoveryResult, 'asks' | 'customers'> & {
    readonly questions: readonly Asked[];
    readonly patterns: readonly Asked[];
  };
  readonly beliefs: readonly Belief[];
  /** Free records: customers, or accounts where their deals are clustered. */
  readonly records: number;
  /** Ids of patterns that a person has agreed or disagreed with. */
  readonly judged: ReadonlySet<string>;
  /** Whether a belief about this pattern could be tested: one about an account, not about a single deal. */
  readonly maySay: (pattern: Asked) => boolean;
}

/** What a question needs to know of a pattern. */
export type Asked = Pick<
  Pattern,
  | 'id'
  | 'conditions'
  | 'best'
  | 'rest'
  | 'unknown'
  | 'verdict'
  | 'pField'
  | 'needMore'
  | 'declared'
  | 'explainedBy'
  | 'cohort'
> & { readonly doubts: readonly Pick<Doubt, 'kind' | 'by'>[] };

/** A question with its place: lower steps are settled sooner, within a step those that need less. */
interface Candidate extends NextQuestion {
  readonly step: number;
}

/**
 * Later customers that settle one of three beliefs about 3 times in 4, where 75% of the best and 30% of the rest have
 * the trait (`npm run bench -- discovery-small 200`).
 */
export const laterCustomers = 44;

/** Values that a person may be asked to fill in. */
const MOST_VALUES = 60;
/** A trait that most of one group and few of the other have, as far as it is known. */
const FAR_APART = 0.4;
/** Known of each group before a difference is worth filling in for. */
const FEWEST_KNOWN = 2;
/** Share of the records from which the unknown may decide. */
const HELD_BACK = 0.3;

/**
 * Chooses the one question whose answer would settle most, soonest: what a word or a few cells settle before what
 * waits for customers, few customers before many, and a question for sales and support where counting cannot help.
 * Null when nothing is open.
 */
export function nextQuestion(unsettled: Unsettled): NextQuestion | null {
  const candidates = [
    ...whenKnown(unsettled),
    ...unsettled.beliefs.flatMap((belief) => ofBelief(belief, unsettled)),
    ...unsettled.result.patterns.flatMap((pattern) => ofPattern(pattern, unsettled)),
    ...forPeople(unsettled),
  ];
  const [first] = candidates.toSorted((a, b) => a.step - b.step || (a.needed ?? 0) - (b.needed ?? 0));
  if (first === undefined) return null;
  const { step: _, ...question } = first;
  return question;
}

const about = { pattern: null, condition: null, field: null, needed: null, other: null } as const;

function whenKnown({ result }: Unsettled): readonly Candidate[] {
  return result.asks.slice(0, 1).map(({ field }) => ({ ...about, kind: 'when-known', step: 0, field }));
}

/** A belief that no pattern tests: it lacks values, or waits for customers nobody has looked at. */
function ofBelief(belief: Belief, { result }: Unsettled): readonly Candidate[] {
  const { condition, pattern, known, unseen } = belief;
  if (pattern !== null) return [];
  const blank = Math.min(unseen - known, MOST_VALUES, laterCustomers - known);
  if (blank >= Math.max(1, HELD_BACK * unseen))
    return [{ ...about, kind: 'fill-in', step: 1, condition, needed: blank }];
  const seen = result.patterns.find((other) => key(other) === JSON.stringify(condition));
  const needed = Math.max(1, laterCustomers - known);
  return belief.seen === 0
    ? []
    : [{ ...about, kind: 'later-customers', step: 2, pattern: seen?.id ?? null, condition, needed }];
}

function ofPattern(pattern: Asked, unsettled: Unsettled): readonly Candidate[] {
  if (isExplained(pattern)) return [];
  const settled = pattern.verdict === 'supported' ? [] : byCounting(pattern, unsettled);
  return [...settled, ...apart(pattern, unsettled)];
}

function isExplained({ explainedBy, cohort }: Asked): boolean {
  return explainedBy !== null || cohort === 'explained';
}

function byCounting(pattern: Asked, unsettled: Unsettled): readonly Candidate[] {
  const { records, result } = unsettled;
  const subject = { ...about, pattern: pattern.id, condition: conditionOf(pattern) };
  const values = valuesToFill(pattern, { records: result.customers.n });
  if (values !== null && values <= MOST_VALUES)
    return [{ ...subject, kind: 'fill-in', step: 1, needed: values }];
  if (isHeldBack(pattern, unsettled))
    return [{ ...subject, kind: 'fill-in', step: 3, needed: pattern.unknown }];
  const byMore = customersFor(pattern, unsettled);
  if (byMore === null || (pattern.verdict === 'none' && byMore.needed > records)) return [];
  return [{ ...subject, ...byMore, step: byMore.needed <= records ? 2 : 5 }];
}

/** Known for so few that those who have it and those who have not could be luck. */
function isHeldBack({ best, rest, unknown }: Asked, { result }: Unsettled): boolean {
  if (Math.min(best.of, rest.of) < FEWEST_KNOWN || unknown > MOST_VALUES) return false;
  const difference = Math.abs(best.n / best.of - rest.n / rest.of);
  return difference >= FAR_APART && unknown >= Math.max(3, HELD_BACK * result.customers.n);
}

/** The fewer of the customers that a search needs, and of those that a belief said now does. */
function customersFor(
  pattern: Asked,
  { records, beliefs, maySay }: Unsettled,
): { readonly kind: QuestionKind; readonly needed: number } | null {
  const isSaid =
    pattern.declared || beliefs.some(({ condition }) => JSON.stringify(condition) === key(pattern));
  const more = pattern.needMore;
  const later =
    isSaid || !maySay(pattern) ? null : needLater(pattern, { records, beliefs: beliefs.length + 1 });
  if (later !== null && (more === null || later < more) && pattern.verdict === 'suggestive')
    return { kind: 'say-now', needed: later };
  return more === null ? null : { kind: 'more-customers', needed: more };
}

function apart(pattern: Asked, { judged }: Unsettled): readonly Candidate[] {
  const doubt = pattern.doubts.find(({ kind }) => kind === 'not-told-apart');
  if (doubt === undefined || judged.has(pattern.id)) return [];
  const condition = conditionOf(pattern);
  return [{ ...about, kind: 'which-of-two', step: 4, pattern: pattern.id, condition, other: doubt.by }];
}

function forPeople({ result, judged }: Unsettled): readonly Candidate[] {
  const suggestive = result.patterns.filter(
    (pattern) => pattern.verdict === 'suggestive' && !isExplained(pattern),
  );
  const open = [...suggestive, ...result.questions].filter(({ id }) => !judged.has(id));
  const asked = open.slice(0, 1).map(
    (pattern): Candidate => ({
      ...about,
      kind: 'ask-people',
      step: 6,
      pattern: pattern.id,
      condition: conditionOf(pattern),
    }),
  );
  const isBare = result.patterns.every(({ verdict }) => verdict === 'none');
  return isBare ? [...asked, { ...about, kind: 'believe', step: 7 }] : asked;
}

function key(pattern: Asked): string {
  return JSON.stringify(conditionOf(pattern));
}
