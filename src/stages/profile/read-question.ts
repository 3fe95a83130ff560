import type { Condition } from '../../base/expr/index.ts';
import type { Message, MessageParam } from '../../base/messages/index.ts';
import { profileQuestions } from './profile-questions.ts';

const seen = 'Seen in (?<bestN>\\d+) of (?<bestOf>\\d+) best and (?<restN>\\d+) of (?<restOf>\\d+) others';
const against = '(?<against>, as a reason against)?';
const trait =
  '(?<line>.+) \\((?<bestN>\\d+) of (?<bestOf>\\d+) .+?, (?<restN>\\d+) of (?<restOf>\\d+) .+?\\)';
const next = '^Next best question: ';
const chance = `${next}Is it more than chance${against}: ${trait}\\? `;
const alone = '^Does this matter by itself: (?<line>.+)\\? ';

/** The sentences of a draft, each as it is told apart from the others. */
const SENTENCES: Readonly<Record<string, string>> = {
  'nothing-stands-out':
    '^As of (?<asOf>\\S+) nothing that the best (?<best>\\d+) of (?<customers>\\d+) customers share stands out',
  'see-it-too': `^Do you see it too${against}: (?<line>.+)\\? ${seen}, which chance alone could do\\.(?: About (?<needMore>\\d+) more customers would settle it\\.)?(?: So far: (?<said>.+)\\.)?$`,
  'refuse-outright': `^Would you refuse an account outright for this: (?<line>.+)\\? ${seen};`,
  'explained-by': `${alone}The data explains it by (?<by>.+), so that it earns no points\\.$`,
  'matter-of-time': `${alone}Among those who started in the same quarter it makes no difference`,
  'only-together': `${alone}The data show a difference only together: (?<by>.+), which has the points\\.$`,
  'line-of-its-own': `^Is this worth a line of its own: (?<line>.+)\\? ${seen};`,
  'beside-others': `${alone}Beside (?<by>.+) the data cannot tell whether it adds anything\\.$`,
  'when-they-started': '^Is this more than a matter of when they started: (?<line>.+)\\? Within a quarter',
  'before-they-bought': '^What happened at the best customers in the months before they bought',
  'nobody-works-on': '^Which accounts should nobody work on, and for which reason\\?$',
  'who-of-these': '^Who of these decides, who uses it and who can block it: (?<titles>.+)\\?$',
  'who-decides': '^Who decides, who uses it and who can block it at a good customer\\?',
  'cares-about': '^What does each figure of the committee care about, and where is each reached\\?$',
  'which-problem': '^Which problem did the best customers want to be rid of, in their own words\\?$',
  'why-us': '^Why did they choose us over what they had\\?$',
  'next-fill-in': `${chance}It is unknown for (?<unknown>\\d+) of (?<of>\\d+) `,
  'next-say-now': `${chance}Say it before more are imported: about (?<needed>\\d+) later ones`,
  'next-more-customers': `${chance}About (?<needed>\\d+) more settle it`,
  'next-which-of-two': `${next}Is it this: ${trait}; or only this: (?<by>.+)\\? The data cannot tell`,
  'next-or-when': `${next}Is it this: ${trait}; or only when they started\\? The data cannot tell`,
  'next-ask-people': `${next}Do sales and support see it too${against}: ${trait}\\? Chance may explain it`,
  'next-when-known': `${next}Is (?<field>.+) known before the sale, or only after it\\?`,
  'next-belief-blank': `${next}You said on (?<saidOn>\\S+) that it matters: (?<line>.+)\\. Does it\\? It is known for (?<known>\\d+) of (?<of>\\d+) .+ fill it in for (?<needed>\\d+) more`,
  'next-belief-later': `${next}You said on (?<saidOn>\\S+) that it matters: (?<line>.+)\\. Does it\\? It was said after a look at (?<seen>\\d+) of them, so that only later ones test it: (?<known>\\d+) so far, about (?<needed>\\d+) more`,
};

const patterns = Object.entries(SENTENCES).map(([code, source]) => [code, new RegExp(source)] as const);

/**
 * A drafted question as a code with what it holds: the page stores its sentence. A trait is given as the condition
 * that `conditionOf` knows by these words, else by the words. Null for a question that a person wrote.
 *
 * @example
 * readQuestion('Why did they choose us over what they had?', () => null); // { code: 'why-us', params: {} }
 */
export function readQuestion(text: string, conditionOf: (words: string) => Condition | null): Message | null {
  const asked = profileQuestions.find((question) => question.text === text);
  if (asked !== undefined) return { code: `asked-${asked.id}`, params: {} };
  for (const [code, pattern] of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return { code, params: paramsOf(found.groups ?? {}, conditionOf) };
  }
  return null;
}

function paramsOf(
  groups: Readonly<Record<string, string | undefined>>,
  conditionOf: (words: string) => Condition | null,
): Message['params'] {
  const read = (name: string, value: string | undefined): MessageParam => {
    if (name === 'against') return value !== undefined;
    if (value === undefined) return null;
    if (name === 'line') return conditionOf(value) ?? value;
    if (name === 'by')
      return conditionOf(value) ?? value.split(' and ').map((part) => conditionOf(part) ?? part);
    if (name === 'titles') return value.split(', ');
    return /^\d+$/.test(value) ? Number(value) : value;
  };
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, read(name, value)]));
}
