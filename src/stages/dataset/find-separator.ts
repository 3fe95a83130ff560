import type { TextCount } from './column-profile.ts';
import { setSeparators, splitSet } from './values/index.ts';

const leastShare = 0.1;
const leastCommaShare = 0.2;
const longestPart = 40;
const addressed =
  /address|location|direccion|indirizzo|endereco|adresse|anschrift|name|nombre|nome|nom|title|comment/;
/** Headers of lists of tools: no tool has a comma in its name. */
const listsTools =
  /\b(?:tools?|technolog\w*|tech stack|stack|software|integrations?|apps?|herramientas?|tecnologias?|strumenti|tecnologie|ferramentas?|outils?|logiciels?|werkzeuge?|technologien)\b/;

/**
 * The separator of a column whose cells hold several values each; null when they do not. Parts must be short and
 * come back in other cells: an address, a sentence with commas or a text of two lines is no set.
 */
export function findSeparator(words: string, values: readonly TextCount[]): string | null {
  return setSeparators.find((separator) => separates(separator, words, values)) ?? null;
}

function separates(separator: string, words: string, values: readonly TextCount[]): boolean {
  const plain = separator === ',' || separator === ' / ';
  const weak = plain && !listsTools.test(words);
  if (weak && addressed.test(words)) return false;
  const rows = values.reduce((sum, { count }) => sum + count, 0);
  const split = values.filter(({ value }) => value.includes(separator));
  const splitRows = split.reduce((sum, { count }) => sum + count, 0);
  if (splitRows === 0 || splitRows / rows < (weak ? leastCommaShare : leastShare)) return false;
  const parts = values.flatMap(({ value }) => splitSet(value, separator));
  const long = parts.filter((part) => part.length > longestPart).length;
  if (long / parts.length > 0.05) return false;
  const distinct = new Set(parts.map((part) => part.toLowerCase())).size;
  return !weak
    ? distinct < parts.length || (values.length < 5 && separator !== '\n')
    : distinct <= parts.length / 2 && parts.every(isWord);
}

function isWord(part: string): boolean {
  return !/^[\d.\s]+$/.test(part) && part.split(/\s+/).length <= 4;
}
