const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/**
 * The words of a text and nothing else: lower case, no accents, punctuation as single spaces. Scripts other than
 * Latin keep their letters. Used to compare headers, names and stock phrases.
 *
 * @example
 * plainText('  Año de FUNDACIÓN (aprox.)'); // 'ano de fundacion aprox'
 */
export function plainText(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^ -~]/.test(lower)) return lower.replace(/[^a-z0-9]+/g, ' ').trim();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðłıþ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/**
 * The same without its spaces, so that `EE.UU.` and `EEUU` are one.
 *
 * @example
 * compactText('EE. UU.'); // 'eeuu'
 */
export function compactText(text: string): string {
  return plainText(text).replaceAll(' ', '');
}
