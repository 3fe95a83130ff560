/**
 * One form for texts that people mean alike: case, accents, full-width forms, and the kind and number of spaces,
 * underscores and dashes do not count. Only Latin-style combining accents are dropped, so vowel signs of other
 * scripts stay.
 *
 * @example
 * foldText('  Clínica_Dental '); // 'clinica dental'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, ' ')
    .trim();
}
