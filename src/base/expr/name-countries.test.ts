import { describe, expect, it } from 'vitest';
import { nameCountries } from './name-countries.ts';
import { regions } from './regions.ts';

const of = (...names: readonly string[]) => names.flatMap((name) => regions.get(name) ?? []);

describe('countries in words', () => {
  it('are their region where they are all of it, in any order', () => {
    expect(nameCountries(of('Southern Europe').toReversed())).toEqual(['Southern Europe']);
    expect(nameCountries(['US', ...of('Western Europe'), 'CA'])).toEqual(['Western Europe', 'US', 'CA']);
  });

  it('are the widest region that they fill', () => {
    expect(
      nameCountries(of('Eastern Europe', 'Northern Europe', 'Southern Europe', 'Western Europe')),
    ).toEqual(['Europe']);
    expect(nameCountries(of('Caribbean', 'Central America', 'South America', 'Central Asia'))).toEqual([
      'Latin America and the Caribbean',
      'Central Asia',
    ]);
  });

  it('are the region without one or two that it lacks', () => {
    const without = (...codes: readonly string[]) =>
      of('Southern Europe').filter((code) => !codes.includes(code));
    expect(nameCountries(without('PT'))).toEqual(['Southern Europe without PT']);
    expect(nameCountries(without('PT', 'GR'))).toEqual(['Southern Europe without GR and PT']);
    expect(nameCountries(without('PT', 'GR', 'IT'))).toHaveLength(14);
  });

  it('are no region where few of its countries are named', () => {
    expect(nameCountries(['US', 'CA', 'MX'])).toEqual(['US', 'CA', 'MX']);
    expect(nameCountries(['BM', 'CA', 'GL'])).toEqual(['BM', 'CA', 'GL']);
  });

  it('leave all other values as they are', () => {
    expect(nameCountries(['clinic', 3, true, false])).toEqual(['clinic', '3', 'yes', 'no']);
    expect(nameCountries([])).toEqual([]);
  });
});
