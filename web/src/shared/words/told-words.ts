import { dateWords } from './date-words.ts';
import { numberWords } from './number-words.ts';
import { toldSentences } from './told-sentences.ts';
import type { Speech } from './types.ts';

interface Sentence {
  readonly code: string;
  readonly pattern: RegExp;
}

const sentences: readonly Sentence[] = Object.entries(toldSentences).map(([code, template]) => ({
  code,
  pattern: patternOf(template),
}));

function patternOf(template: string): RegExp {
  const parts = template.split(/\{(\w+)\}/);
  const source = parts.map((part, at) =>
    at % 2 === 1 ? `(?<${part}>.*?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 's');
}

/**
 * A warning, a reason or a question of the server in the language of `speech`; one that no catalogue knows stays as it
 * is. What it holds is said in the language too where it is such a sentence itself.
 *
 * @example
 * toldWords(spanish, 'its weight is 0'); // 'su peso es 0'
 */
export function toldWords(speech: Speech, text: string): string {
  for (const { code, pattern } of sentences) {
    const found = pattern.exec(text);
    if (found !== null) return speech.t(`told:${code}`, valuesOf(speech, found.groups ?? {}));
  }
  return text;
}

function valuesOf(speech: Speech, groups: Readonly<Record<string, string>>): Record<string, string> {
  const said = (value: string) => {
    if (/^\d+$/.test(value)) return numberWords(speech.language, Number(value));
    return dateWords(speech.language, toldWords(speech, value));
  };
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, said(value)]));
}
