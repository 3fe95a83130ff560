import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactText, plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    ['  Año de FUNDACIÓN (aprox.)', 'ano de fundacion aprox'],
    ['Straße', 'strasse'],
    ['company_name', 'company name'],
    ['E-mail', 'e mail'],
    ['# Employees', 'employees'],
    ['Łódź', 'lodz'],
    ['株式会社', '株式会社'],
  ])('`%s` is `%s`', (text, plain) => expect(plainText(text)).toBe(plain));

  it('is the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});

describe('compactText', () => {
  it('joins abbreviations', () => expect(compactText('EE. UU.')).toBe('eeuu'));
});
