import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { codeRegions } from './code-regions.ts';
import { discover } from './discover.ts';
import { aboutTest, inputFor, texts } from './discovery-fixtures.ts';
import type { DiscoveryInput } from './types.ts';

const south = ['ES', 'PT', 'IT', 'GR', 'HR', 'SI', 'MT', 'RS'];
const others = ['US', 'CA', 'DE', 'FR', 'NL', 'AT', 'JP', 'KR', 'SE', 'DK'];

/** Customers in many countries whose value is higher by so much in some of them. */
function customers(n: number, lift: (country: string) => number): DiscoveryInput {
  const random = createRandom(5);
  const drawn = Array.from({ length: n }, () => {
    const from = random.next() < 0.4 ? south : others;
    return from[random.integer(from.length)]!;
  });
  const value = Float64Array.from(drawn, (country) => random.normal() + lift(country));
  const regions = codeRegions(drawn, aboutTest('country'))!;
  return inputFor(value, [texts('country', drawn), regions]);
}

function shown(input: DiscoveryInput) {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

describe('countries and the regions they lie in', () => {
  it('are one pattern, of the region where no single country has the numbers', () => {
    const { patterns, search } = shown(customers(160, (country) => (south.includes(country) ? 1.2 : 0)));
    expect(patterns.map(({ field, label, verdict }) => [field, label, verdict])).toEqual([
      ['country:region', 'country is Southern Europe', 'supported'],
    ]);
    expect(search.fields).toBe(2);
    expect(patterns.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  it('are one pattern, of the country where that alone is it', () => {
    const { patterns } = shown(customers(400, (country) => (country === 'DE' ? 2.5 : 0)));
    expect(patterns.map(({ field, label }) => [field, label])).toEqual([['country', 'country is DE']]);
  });

  it('are one question where neither is shown', () => {
    const { questions } = shown(customers(60, () => 0));
    expect(questions).toHaveLength(1);
  });

  it('are two patterns where each says something of its own', () => {
    const { patterns } = shown(
      customers(900, (country) => (country === 'US' ? 3 : south.includes(country) ? 1.2 : 0)),
    );
    expect(patterns.map(({ field }) => field).toSorted()).toEqual(['country', 'country:region']);
  });
});
