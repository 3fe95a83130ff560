/**
 * Several texts in one: with `or` where any of them will do, with `and` else.
 *
 * @example
 * listWords('en', ['Spain', 'Italy', 'Portugal'], 'or'); // 'Spain, Italy or Portugal'
 */
export function listWords(language: string, items: readonly string[], last: 'and' | 'or' = 'and'): string {
  const type = last === 'or' ? 'disjunction' : 'conjunction';
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type }).format(items);
}
