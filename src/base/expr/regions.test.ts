import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { regionOf, regions } from './regions.ts';

const codes = Object.keys(countries.getAlpha2Codes());

describe('the regions of the world', () => {
  it('hold every country of ISO 3166-1 and Kosovo, but Antarctica', () => {
    expect(codes.filter((code) => regionOf(code) === null)).toEqual(['AQ']);
    expect(regionOf('XK')).toBe('Southern Europe');
  });

  it('hold no code that is no country', () => {
    const known = new Set([...codes, 'XK']);
    expect([...regions.values()].flat().filter((code) => !known.has(code))).toEqual([]);
  });

  it('divide the world: the five continents hold each country once', () => {
    const continents = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'];
    const held = continents.flatMap((name) => regions.get(name) ?? []);
    expect(new Set(held).size).toBe(held.length);
    expect(held.length).toBe(new Set([...codes, 'XK']).size - 1);
  });

  it('are those of the United Nations', () => {
    const some = ['ES', 'TR', 'CY', 'GB', 'CZ', 'MX', 'EG', 'SG', 'IR', 'LT'].map(regionOf);
    expect(some).toEqual([
      'Southern Europe',
      'Western Asia',
      'Western Asia',
      'Northern Europe',
      'Eastern Europe',
      'Central America',
      'Northern Africa',
      'South-eastern Asia',
      'Southern Asia',
      'Northern Europe',
    ]);
    expect(regions.get('Southern Europe')).toHaveLength(17);
  });
});
