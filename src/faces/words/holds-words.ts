import type { FieldQuality } from '../../app/report-quality.ts';
import { countWords, plural } from './number-words.ts';

/** What one field holds, in a few words: its commonest values, or its range. */
export function holdsWords(field: FieldQuality): string {
  const { kind, top, range, unit, mixedCurrency, converted, distinct, distinctAbout } = field;
  const currency = mixedCurrency ? 'several currencies' : (unit ?? '');
  const money = converted === null ? currency : `${currency}, by your rates`;
  if (range !== null) {
    const grouped = kind !== 'year';
    const [low, high] = [range.low, range.high].map((end) =>
      grouped && typeof end === 'number' ? countWords(end) : end,
    );
    return `${low} to ${high} ${money}`.trimEnd();
  }
  if (top.length > 0) return top.map(({ value, count }) => `${value} ${countWords(count)}`).join(', ');
  return distinct === 0 ? '' : `${distinctAbout ? 'about ' : ''}${plural(distinct, 'different text')}`;
}
