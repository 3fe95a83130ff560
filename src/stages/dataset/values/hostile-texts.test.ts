import { describe, expect, it } from 'vitest';
import {
  isBlank,
  normalizeDomain,
  normalizeName,
  parseBand,
  parseBoolean,
  parseCountry,
  parseDate,
  parseEmail,
  parseMoney,
  parseNumber,
  parseOutcome,
  splitSet,
} from './index.ts';

const plain = { decimal: null, currency: null, scale: 1 } as const;
const pieces = [
  'a',
  '1',
  '@',
  '-',
  ' ',
  '.',
  '1-',
  '1 a ',
  '1,',
  '€',
  '( ',
  '<',
  '\n',
  'é',
  '1 to ',
  'and ',
  'a@',
  '::',
];
const texts = pieces.flatMap((piece) =>
  [60 / piece.length, 1_000, 100_000].map((times) => `${piece.repeat(times)}!`),
);

describe('texts of a hundred thousand letters', () => {
  it('are read, and are no values', () => {
    for (const text of texts.filter(({ length }) => length > 1_000)) {
      expect(parseNumber(text, plain).kind).toBe('misfit');
      expect(parseMoney(text, plain).kind).toBe('misfit');
      expect(parseBand(text, plain).kind).toBe('misfit');
      expect(parseDate(text, { dateOrder: null }).kind).toBe('misfit');
      expect(parseBoolean(text).kind).toBe('misfit');
      expect(parseCountry(text).kind).toBe('misfit');
      expect(parseOutcome(text, { stage: false }).kind).toBe('misfit');
      expect(parseEmail(text).kind).toBe('misfit');
      expect(isBlank(text, 'likely')).toBe(false);
    }
  });

  it('take no more than linear time where they may be values', () => {
    for (const text of texts) {
      expect(normalizeName(text).length).toBeLessThanOrEqual(text.length);
      expect(normalizeDomain(text)).toBeNull();
      expect(splitSet(text, ';')).toHaveLength(1);
    }
  });
});
