import { describeCondition, foldText } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import type { Pattern } from '../discovery/index.ts';
import type { ChosenPatterns } from './choose-patterns.ts';
import { conditionOf } from './condition-of.ts';
import { commonTitles } from './draft-committee.ts';
import type { DraftInput, Profile } from './types.ts';

/** Questions to sales and support that the data behind a draft could not answer. */
export function draftQuestions(
  input: DraftInput,
  chosen: ChosenPatterns,
  drafted: Pick<Profile, 'timing' | 'committee'>,
): readonly string[] {
  const against = chosen.lines.filter(({ direction }) => direction === 'against');
  return [
    ...(chosen.lines.length === 0 ? [nothingQuestion(input)] : []),
    ...input.questions.map((pattern) => doubtQuestion(pattern, input.fields)),
    ...against.map((pattern) => antiQuestion(pattern, input.fields)),
    ...chosen.setAside.map((aside) => asideQuestion(aside, input)),
    ...standingQuestions(input, drafted, against.length > 0),
  ];
}

function nothingQuestion({ customers, asOf }: DraftInput): string {
  return `As of ${asOf} nothing that the best ${customers.best} of ${customers.n} customers share stands out from chance. Which three traits do you believe in? Declared before the next look they need far fewer customers.`;
}

function doubtQuestion(pattern: Pattern, fields: readonly Field[]): string {
  const more = pattern.needMore === null ? '' : ` About ${pattern.needMore} more customers would settle it.`;
  return `Do you see it too: ${words(pattern, fields)}? Seen in ${counts(pattern)}, which chance alone could do.${more}`;
}

function antiQuestion(pattern: Pattern, fields: readonly Field[]): string {
  return `Would you refuse an account outright for this: ${words(pattern, fields)}? Seen in ${counts(pattern)}; if so, add it under \`anti\` with the reason.`;
}

function asideQuestion({ pattern, because }: ChosenPatterns['setAside'][number], input: DraftInput): string {
  const own = words(pattern, input.fields);
  if (because === 'explained') {
    const by = input.patterns.find(
      ({ id, label }) => id === pattern.explainedBy || label === pattern.explainedBy,
    );
    const other = by === undefined ? 'another line' : words(by, input.fields);
    return `Does this matter by itself: ${own}? The data explains it by ${other}.`;
  }
  return `Is this worth a line of its own: ${own}? Seen in ${counts(pattern)}; it overlaps a line already drafted.`;
}

function standingQuestions(
  { kind, people }: DraftInput,
  { timing, committee }: Pick<Profile, 'timing' | 'committee'>,
  hasAgainst: boolean,
): readonly string[] {
  const placed = new Set(committee.flatMap(({ titles }) => titles).map(foldText));
  const unplaced = commonTitles(
    people.filter(({ role, title }) => role === null && title !== null && !placed.has(foldText(title))),
  );
  const questions: (string | false)[] = [
    timing.length === 0 &&
      'What happened at the best customers in the months before they bought (a hire, a new location, a funding round, a new tool)?',
    !hasAgainst && 'Which accounts should nobody work on, and for which reason?',
    kind === 'company' &&
      unplaced.length > 0 &&
      `Who of these decides, who uses it and who can block it: ${unplaced.join(', ')}?`,
    kind === 'company' &&
      committee.length < 3 &&
      unplaced.length === 0 &&
      'Who decides, who uses it and who can block it at a good customer? At least three figures.',
    kind === 'company' &&
      committee.length > 0 &&
      'What does each figure of the committee care about, and where is each reached?',
    'Which problem did the best customers want to be rid of, in their own words?',
    'Why did they choose us over what they had?',
  ];
  return questions.filter((question) => question !== false);
}

function words(pattern: Pattern, fields: readonly Field[]): string {
  return describeCondition(
    conditionOf(pattern),
    (name) => fields.find((field) => field.name === name)?.label ?? name.replaceAll('_', ' '),
  );
}

function counts({ best, rest }: Pattern): string {
  return `${best.n} of ${best.of} best and ${rest.n} of ${rest.of} others`;
}
