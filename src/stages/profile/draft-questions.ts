import { foldText } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import { type Pattern, saidWords } from '../discovery/index.ts';
import type { ChosenPatterns } from './choose-patterns.ts';
import { commonTitles } from './draft-committee.ts';
import { patternWords } from './pattern-words.ts';
import type { DraftInput, Profile } from './types.ts';

/** Lines that one question names beside a line, at most. */
const MOST_TWINS = 2;

/** Questions to sales and support that the data behind a draft could not answer. */
export function draftQuestions(
  input: DraftInput,
  chosen: ChosenPatterns,
  drafted: Pick<Profile, 'timing' | 'committee'>,
): readonly string[] {
  const against = chosen.lines.filter(({ direction }) => direction === 'against');
  return [
    ...(chosen.lines.length === 0 ? [nothingQuestion(input)] : []),
    ...(input.next === null ? [] : [input.next.text]),
    ...input.questions
      .filter(({ id }) => id !== input.next?.pattern)
      .map((pattern) => doubtQuestion(pattern, input)),
    ...against.map((pattern) => antiQuestion(pattern, input.fields)),
    ...chosen.setAside.map((aside) => asideQuestion(aside, input, chosen.lines)),
    ...twinQuestions(chosen.lines, input),
    ...timeQuestions(chosen.lines, input),
    ...standingQuestions(input, drafted, against.length > 0),
  ];
}

function nothingQuestion({ customers, asOf }: DraftInput): string {
  return `As of ${asOf} nothing that the best ${customers.best} of ${customers.n} customers share stands out from chance. Which three traits do you believe in? Said with \`bestfit judge --believe\` before more customers are imported, each is tested by itself and needs far fewer of them.`;
}

function doubtQuestion(pattern: Pattern, { fields, said }: DraftInput): string {
  const against = pattern.direction === 'against' ? ', as a reason against' : '';
  const more = pattern.needMore === null ? '' : ` About ${pattern.needMore} more customers would settle it.`;
  const people = said.filter((judgement) => judgement.pattern === pattern.id);
  const heard = people.length === 0 ? '' : ` So far: ${saidWords(people)}.`;
  return `Do you see it too${against}: ${patternWords(pattern, fields)}? Seen in ${counts(pattern)}, which chance alone could do.${more}${heard}`;
}

function antiQuestion(pattern: Pattern, fields: readonly Field[]): string {
  return `Would you refuse an account outright for this: ${patternWords(pattern, fields)}? Seen in ${counts(pattern)}; if so, add it under \`anti\` with the reason.`;
}

function asideQuestion(
  { pattern, because }: ChosenPatterns['setAside'][number],
  input: DraftInput,
  lines: readonly Pattern[],
): string {
  const own = patternWords(pattern, input.fields);
  if (because === 'explained') {
    const by = input.patterns.find(
      ({ id, label }) => id === pattern.explainedBy || label === pattern.explainedBy,
    );
    const other = by === undefined ? 'another line' : patternWords(by, input.fields);
    return `Does this matter by itself: ${own}? The data explains it by ${other}, so that it earns no points.`;
  }
  if (because === 'time') {
    return `Does this matter by itself: ${own}? Among those who started in the same quarter it makes no difference that chance would not, so that it earns no points.`;
  }
  if (because === 'together') {
    const whole = lines.find(({ parts }) => parts.some(({ id }) => id === pattern.id));
    const named = whole === undefined ? 'others' : patternWords(whole, input.fields);
    return `Does this matter by itself: ${own}? The data show a difference only together: ${named}, which has the points.`;
  }
  return `Is this worth a line of its own: ${own}? Seen in ${counts(pattern)}; it overlaps a line already drafted.`;
}

/** Pairs of drafted lines of which the data does not say which one it is, each asked about once. */
function twinQuestions(lines: readonly Pattern[], { fields }: DraftInput): readonly string[] {
  const asked = new Set<Pattern>();
  return lines.flatMap((line) => {
    asked.add(line);
    const twins = line.doubts.flatMap(({ kind, by }) =>
      kind === 'not-told-apart' ? lines.filter((other) => other.id === by) : [],
    );
    const open = twins.filter((twin) => !(asked.has(twin) && twin.doubts.some(({ by }) => by === line.id)));
    if (open.length === 0) return [];
    const others = open.slice(0, MOST_TWINS).map((twin) => patternWords(twin, fields));
    return [
      `Does this matter by itself: ${patternWords(line, fields)}? Beside ${others.join(' and ')} the data cannot tell whether it adds anything.`,
    ];
  });
}

function timeQuestions(lines: readonly Pattern[], { fields }: DraftInput): readonly string[] {
  return lines
    .filter(({ cohort }) => cohort === 'not-told-apart')
    .map(
      (line) =>
        `Is this more than a matter of when they started: ${patternWords(line, fields)}? Within a quarter the difference is too small to be sure.`,
    );
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

function counts({ best, rest }: Pattern): string {
  return `${best.n} of ${best.of} best and ${rest.n} of ${rest.of} others`;
}
