import fc from 'fast-check';
import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { parseCountry } from './parse-country.ts';

describe('parseCountry', () => {
  it.each([
    ['Spain', 'ES'],
    ['España', 'ES'],
    ['ESPAÑA', 'ES'],
    ['Spagna', 'ES'],
    ['Espanha', 'ES'],
    ['Espagne', 'ES'],
    ['Spanien', 'ES'],
    ['ES', 'ES'],
    ['ESP', 'ES'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['Stati Uniti', 'US'],
    ["Stati Uniti d'America", 'US'],
    ['EEUU', 'US'],
    ['EE.UU.', 'US'],
    ['EE. UU.', 'US'],
    ['États-Unis', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['UK', 'GB'],
    ['Inghilterra', 'GB'],
    ['England', 'GB'],
    ['Großbritannien', 'GB'],
    ['Reino Unido', 'GB'],
    ['Holland', 'NL'],
    ['The Netherlands', 'NL'],
    ['Paesi Bassi', 'NL'],
    ['Deutschland', 'DE'],
    ['Alemania', 'DE'],
    ['Österreich', 'AT'],
    ['Brésil', 'BR'],
    ['Czech Republic', 'CZ'],
    ["Côte d'Ivoire", 'CI'],
    ["Costa d'Avorio", 'CI'],
    ['Korea, Republic of', 'KR'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Emirati Arabi', 'AE'],
    ['NA', 'NA'],
  ])('`%s` is %s', (text, code) => {
    expect(parseCountry(text)).toEqual({ kind: 'value', value: code });
  });

  it.each(['no', 'in', 'Atlantis', 'XX', 'EU', 'New York', 'Remote', 'Madrid, Spain'])(
    '`%s` is no country',
    (text) => {
      expect(parseCountry(text).kind).not.toBe('value');
    },
  );

  it.each(['', 'n/a', '-'])('`%s` is blank', (text) => expect(parseCountry(text)).toEqual({ kind: 'blank' }));

  it.each(['en', 'es', 'it', 'pt', 'fr', 'de'])(
    'reads the names of the ISO list in %s as their own code',
    (language) => {
      const names = Object.entries(countries.getNames(language));
      const wrong = names.filter(([code, name]) => {
        const reading = parseCountry(name);
        return reading.kind !== 'value' || reading.value !== code;
      });
      const doubtful = ['Congo', 'São Martinho'];
      expect(wrong.filter(([, name]) => !doubtful.includes(name))).toEqual([]);
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => parseCountry(text).kind.length > 0));
  });
});

it('one wrong letter in a long name is forgiven, in a short one it is not', () => {
  expect(parseCountry('Philipines')).toEqual({ kind: 'value', value: 'PH' });
  expect(parseCountry('Germeny')).toEqual({ kind: 'value', value: 'DE' });
  expect(parseCountry('Spian').kind).toBe('misfit');
  expect(parseCountry('Atlantis').kind).toBe('misfit');
});
