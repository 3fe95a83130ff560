import { type Condition, writeCondition } from '../base/expr/index.ts';
import {
  type Belief,
  type DiscoveryResult,
  laterCustomers,
  type NextQuestion,
  nextQuestion,
  type Pattern,
} from '../stages/discovery/index.ts';
import { flowYaml } from '../stages/profile/index.ts';
import { sidesOf } from './discover/index.ts';
import { quoteArgument } from './quote-argument.ts';

/** The question that is settled soonest, in words: what is asked, how it is settled, and the commands for it. */
export interface AskedNext extends NextQuestion {
  readonly question: string;
  readonly answer: string;
  readonly commands: readonly string[];
}

/** A discovery, the beliefs that were said, and what it searched. */
export interface AskContext {
  readonly result: DiscoveryResult;
  readonly beliefs: readonly Belief[];
  /** Records that were compared, each account once. */
  readonly records: number;
  /** Ids of the fields that belong to an account, not to a deal. */
  readonly ofAccount: readonly string[];
  /** Ids of patterns that a person has agreed or disagreed with. */
  readonly judged: ReadonlySet<string>;
}

/** Shares for which the number of later customers was measured. */
const strong = 'if 3 in 4 of one group and 3 in 10 of the other have it';

/** Chooses the next best question of a discovery and puts it into words; null when nothing is open. */
export function askNext(context: AskContext): AskedNext | null {
  const { result, beliefs, records, judged } = context;
  const next = nextQuestion({
    result,
    beliefs,
    records,
    judged,
    maySay: ({ id }) => maySay(id, context),
  });
  return next === null ? null : { ...next, ...wordsOf(next, context) };
}

/** A belief is about an account: what only a deal has is never tested as one. */
function maySay(id: string, { result, ofAccount }: AskContext): boolean {
  const pattern = result.patterns.find((one) => one.id === id);
  return pattern !== undefined && ofAccount.includes(pattern.field);
}

type Words = Pick<AskedNext, 'question' | 'answer' | 'commands'>;

function wordsOf(next: NextQuestion, context: AskContext): Words {
  const { result, beliefs } = context;
  const pattern = result.patterns.find(({ id }) => id === next.pattern) ?? null;
  const belief = beliefs.find(({ condition }) => condition === next.condition) ?? null;
  if (next.kind === 'when-known') return whenKnown(next, result);
  if (next.kind === 'believe') return believe(context);
  if (belief !== null) return ofBelief(next, belief, context);
  if (pattern === null) throw new Error(`question about nothing: ${next.kind}`);
  return ofPattern(next, pattern, context);
}

function whenKnown({ field }: NextQuestion, { asks }: DiscoveryResult): Words {
  return {
    question: asks.find((ask) => ask.field === field)?.why ?? '',
    answer: 'One word settles it: what is known only after the sale is set aside.',
    commands: ['before', 'after'].map(
      (known) => `bestfit field ${quoteArgument(field ?? '')} --known ${known}`,
    ),
  };
}

function believe({ result }: AskContext): Words {
  const [best] = sidesOf(result.contrast);
  return {
    question: `Which three traits set ${best === 'best' ? 'the best' : best} apart, do you believe?`,
    answer: `Said before more are imported, each is tested by itself: about ${laterCustomers} later ones settle it 3 times in 4, ${strong}.`,
    commands: [believeCommand({ op: 'any', field: 'industry', values: ['private clinic'] })],
  };
}

function ofBelief({ kind, needed }: NextQuestion, belief: Belief, { result }: AskContext): Words {
  const { label, saidOn, known, unseen, seen } = belief;
  const question = `You said on ${saidOn.slice(0, 10)} that it matters: ${label}. Does it?`;
  if (kind === 'fill-in') {
    const answer = `It is known for ${known} of ${unseen} ${result.unit}s: fill it in for ${needed} more and import the file again.`;
    return { question, answer, commands: [] };
  }
  const answer = `It was said after a look at ${seen} of them, so that only later ones test it: ${known} so far, about ${needed} more settle it 3 times in 4, ${strong}.`;
  return { question, answer, commands: [] };
}

function ofPattern(next: NextQuestion, pattern: Pattern, context: AskContext): Words {
  const { unit } = context.result;
  const trait = traitWords(pattern, context.result);
  const judge = context.judged.has(pattern.id) ? [] : [judgeCommand(pattern)];
  const meanwhile = judge.length === 0 ? '' : ' Until then ask sales and support.';
  const say = maySay(pattern.id, context) ? [believeCommand(next.condition!)] : [];
  const against = pattern.direction === 'against' ? ', as a reason against' : '';
  const question = `Is it more than chance${against}: ${trait}?`;
  switch (next.kind) {
    case 'fill-in': {
      const whom = next.needed === pattern.unknown ? 'them' : `${next.needed} of them`;
      const answer = `It is unknown for ${pattern.unknown} of ${context.result.customers.n} ${unit}s: fill it in for ${whom} and import the file again.`;
      const commands = [`bestfit discover --explain ${pattern.id} --top ${pattern.unknown}`];
      return { question, answer, commands };
    }
    case 'say-now': {
      const search = pattern.needMore === null ? '' : `; a search would need about ${pattern.needMore} more`;
      const answer = `Say it before more are imported: about ${next.needed} later ones then test it by itself, and settle it 3 times in 4 if it is real${search}.${meanwhile}`;
      return { question, answer, commands: [...say, ...judge] };
    }
    case 'which-of-two': {
      const other = context.result.patterns.find(({ id }) => id === next.other);
      return {
        question: `Is it this: ${trait}; or only ${other === undefined ? 'when they started' : `this: ${other.label}`}?`,
        answer: `The data cannot tell. Ask sales and support for ${unit}s that have one without the other.`,
        commands: judge,
      };
    }
    case 'ask-people': {
      const then =
        say.length === 0
          ? ''
          : ` If they do, say it before more are imported: about ${laterCustomers} later ones test it, ${strong}.`;
      const answer = `Chance may explain it.${then}`;
      return {
        question: `Do sales and support see it too${against}: ${trait}?`,
        answer,
        commands: [...judge, ...say],
      };
    }
    default: {
      const answer = `About ${next.needed} more settle it 3 times in 4, if it is real.${meanwhile}`;
      return { question, answer, commands: judge };
    }
  }
}

function traitWords({ label, best, rest }: Pattern, { contrast }: DiscoveryResult): string {
  const [one, other] = sidesOf(contrast);
  return `${label} (${best.n} of ${best.of} ${one}, ${rest.n} of ${rest.of} ${other})`;
}

function believeCommand(condition: Condition): string {
  return `bestfit judge --believe ${quoteArgument(flowYaml(writeCondition(condition)))}`;
}

function judgeCommand({ id }: Pattern): string {
  return `bestfit judge --pattern ${id} --kind agree --team sales --because "..."`;
}
