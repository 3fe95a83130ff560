import { legalForms } from './legal-forms.ts';
import { plainText } from './plain-text.ts';

const longestForm = 6;
/** Letters of a name that count; longer texts are no names. */
const longestName = 200;

/**
 * A company's name in the form by which two sources are joined: no case, accents, punctuation, `the`, nor legal
 * form at its end (`S.L.`, `GmbH & Co. KG`, `S.A. de C.V.`, `Inc.`). A name that is nothing but a legal form stays.
 * Equal forms are a candidate for the same company, not proof.
 *
 * @example
 * normalizeName('Clínica Pérez, S.L.'); // 'clinica perez'
 * normalizeName('Müller & Söhne GmbH & Co. KG'); // 'muller and sohne'
 */
export function normalizeName(text: string): string {
  const words = plainText(
    text
      .slice(0, longestName)
      .replace(/[&+]/g, ' and ')
      .replace(/['’`´]/g, ''),
  )
    .split(' ')
    .filter((word) => word !== '');
  let kept = words;
  while (kept[0] === 'the' && kept.length > 1) kept = kept.slice(1);
  for (let length = formLength(kept); length > 0; length = formLength(kept)) kept = kept.slice(0, -length);
  return kept.join(' ');
}

/** Words at the end that together are a legal form, or a loose `and`; never all of them. */
function formLength(words: readonly string[]): number {
  for (let length = Math.min(longestForm, words.length - 1); length > 0; length--) {
    if (legalForms.has(words.slice(-length).join(''))) return length;
  }
  return words.length > 1 && words.at(-1) === 'and' ? 1 : 0;
}
