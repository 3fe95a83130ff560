import { readExclusion } from './read-exclusion.ts';
import { splitAnswer } from './split-answer.ts';
import type { AntiLine, NewProfile, ProfileAnswers } from './types.ts';

/** Semicolons and lines part exclusions; a comma does where another reason follows it. */
const NEXT = /[;\n]|,(?!\s*because\b)(?=[^,;\n]*[\s,]+because\s)/i;

/** Anti lines that an answer about exclusions gives, and those left out because they gave no reason. */
export function answeredExclusions({ exclusions }: ProfileAnswers): {
  readonly anti: readonly AntiLine[];
  readonly unread: NewProfile['unread'];
} {
  const lines = splitAnswer(exclusions, NEXT).map((text) => ({ text, line: readExclusion(text) }));
  return {
    anti: lines.flatMap(({ line }) => (line === null ? [] : [line])),
    unread: lines
      .filter(({ line }) => line === null)
      .map(({ text }) => ({ question: 'exclusions' as const, text, why: 'no reason after `because`' })),
  };
}
