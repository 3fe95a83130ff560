import type { Judgement } from '../edges/store/index.ts';
import { type Belief, type DiscoveryResult, whatToExpect } from '../stages/discovery/index.ts';
import { type AskedNext, askNext } from './ask-next.ts';
import type { PreparedInput } from './discover/index.ts';

/** What a discovery leaves open, and what could settle it. */
export interface OpenQuestions {
  /** What became of each belief that was said. */
  readonly beliefs: readonly Belief[];
  /** The question that is settled soonest; null when nothing is open. */
  readonly next: AskedNext | null;
  /** What so few records can show; null where they are many. */
  readonly expect: string | null;
}

/** What the open questions of a discovery are asked from; small enough to be kept with it. */
export interface AskBasis {
  readonly beliefs: readonly Belief[];
  /** Records that were compared, each account once. */
  readonly records: number;
  /** Ids of the fields that belong to an account, not to a deal. */
  readonly ofAccount: readonly string[];
  readonly hasValue: boolean;
}

/** What a discovery leaves to be asked, from what it searched. */
export function askBasis(input: PreparedInput): AskBasis {
  return {
    beliefs: input.beliefs,
    records: input.cluster === null ? input.label.length : new Set(input.cluster).size,
    ofAccount: input.fields.filter(({ perAccount }) => perAccount).map(({ id }) => id),
    hasValue: input.value !== null,
  };
}

/** What a discovery leaves open, beside what people have said of it already. */
export function openQuestions({
  result,
  basis,
  judgements,
}: {
  readonly result: DiscoveryResult;
  readonly basis: AskBasis;
  readonly judgements: readonly Judgement[];
}): OpenQuestions {
  const { records, ofAccount, hasValue } = basis;
  const beliefs = basis.beliefs.map((belief) => ({ ...belief, pattern: testOf(belief, result) }));
  return {
    beliefs,
    next: askNext({ result, beliefs, records, ofAccount, judged: judgedIds(judgements) }),
    expect: whatToExpect(result.customers, { hasValue }),
  };
}

/** Id of the pattern that tests a belief. */
function testOf({ condition }: Belief, { patterns }: DiscoveryResult): string | null {
  const text = JSON.stringify(condition);
  const test = patterns.find(
    ({ declared, conditions }) =>
      declared && conditions.length === 1 && JSON.stringify(conditions[0]) === text,
  );
  return test?.id ?? null;
}

function judgedIds(judgements: readonly Judgement[]): ReadonlySet<string> {
  const decided = judgements.filter(({ kind }) => kind === 'agree' || kind === 'disagree');
  return new Set(decided.flatMap(({ pattern }) => pattern ?? []));
}
