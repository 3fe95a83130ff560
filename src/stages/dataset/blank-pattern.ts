import { surePhrases } from './values/index.ts';

/**
 * Letters of the Latin script that `plainText` takes for one letter each: without those that it writes as two (`ß`,
 * `æ`, `œ`, `þ`) and the digraphs.
 */
const LATIN = 'À-ÅÇ-ÖØ-Ýà-åç-öø-ýÿĀ-ıĴ-ľŁ-ňŊ-őŔ-ſƀ-ǃǍ-ǰǴ-ɏ';

/** A text of Latin letters and plain signs that begins with a letter and has no white space at its ends. */
export const LETTERED = `^[A-Za-z${LATIN}]([ -~${LATIN}]*[!-~${LATIN}])?$`;

/**
 * A pattern that matches every lettered text which stands for nothing in a column with these blanks of its own (as plain
 * texts), and hardly any other: an accented letter may be any letter.
 */
export function blankPattern(ownBlanks: readonly string[]): string {
  const phrases = [...surePhrases(), ...ownBlanks].filter((phrase) => /^[a-z ]+$/.test(phrase));
  const written = phrases.map((phrase) =>
    [...phrase].map((letter) => (letter === ' ' ? SIGNS : eitherCase(letter))).join(''),
  );
  return `^(${written.join('|')})${SIGNS.replace('+', '*')}$`;
}

/** A letter in either case, or any letter beyond ASCII: one class of all of them keeps the pattern fast. */
function eitherCase(letter: string): string {
  return `[${letter}${letter.toUpperCase()}\u0080-\u{10ffff}]`;
}

/** What stands between the words of a phrase. */
const SIGNS = '[ -/:-@\\[-`{-~]+';
