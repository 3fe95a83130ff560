import { expect, it, test } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { discover } from './discover.ts';
import { inputFor, noise, truths } from './discovery-fixtures.ts';
import { startQuarters } from './start-quarters.ts';
import type { DiscoveryInput } from './types.ts';

const DAYS = 730;

/** Deals over two years; nine in ten wins of the first quarter of them are missing, and half of the fields drift. */
function cutOff(seed: number, n: number, changes: Partial<DiscoveryInput>): DiscoveryInput {
  const random = createRandom(seed);
  const late = (i: number, from: number): boolean => random.next() < from + (0.8 * i) / n - 0.4;
  const drifting = Array.from({ length: 6 }, (_, f) =>
    truths(
      `drift${f}`,
      Array.from({ length: n }, (_row, i) => late(i, 0.5)),
    ),
  );
  const trait = Array.from({ length: n }, () => random.next() < 0.4);
  const label = Uint8Array.from(trait, (yes, i) =>
    Number(random.next() < (yes ? 0.6 : 0.3) && (i > n / 4 || random.next() < 0.1)),
  );
  const startedOn = Float64Array.from({ length: n }, (_, i) => 18_262 + Math.floor((DAYS * i) / n));
  const value = Float64Array.from(label);
  const fields = [truths('trait', trait), ...drifting, ...noise(seed + 1, n, 2).fields];
  return inputFor(value, fields, { seed, label, value: null, contrast: 'won-lost', startedOn, ...changes });
}

function supported(input: DiscoveryInput): readonly string[] {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.why);
  return result.patterns.filter(({ verdict }) => verdict === 'supported').map(({ field }) => field);
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const drifts = (fields: readonly string[]) => fields.filter((field) => field.startsWith('drift'));

it('are what is compared within where outcomes are cut off: drifting traits fall, real ones stand', () => {
  const over = seeds.map((seed) => supported(cutOff(seed, 400, { cutOff: false })));
  const within = seeds.map((seed) => supported(cutOff(seed, 400, { cutOff: true })));
  expect(over.flatMap(drifts).length).toBeGreaterThan(15);
  expect(within.flatMap(drifts).length).toBeLessThanOrEqual(1);
  expect(within.filter((fields) => fields.includes('trait')).length).toBeGreaterThanOrEqual(7);
});

it('hold above 5,000 records too, where one half tests what the other found', () => {
  const found = supported(cutOff(3, 6000, { cutOff: true }));
  expect(drifts(found)).toEqual([]);
  expect(found).toContain('trait');
});

it('leave traits that only came with the time without a verdict, flagged as such', () => {
  const result = discover(cutOff(1, 400, { cutOff: true }));
  if (result.kind !== 'discovery') throw new Error(result.why);
  const flagged = result.patterns.filter(({ verdict, cohort }) => verdict === 'none' && cohort !== null);
  expect(drifts(flagged.map(({ field }) => field)).length).toBeGreaterThan(0);
  expect(result.search.adjustedBy).toContain('within quarters of the start');
});

test('records without a start are a quarter of their own', () => {
  const startedOn = Float64Array.from([18_262, 18_262, 18_400, Number.NaN]);
  const value = Float64Array.from([1, 2, 3, 4]);
  const sample = { ...inputFor(value, []), startedOn, size: 4, best: 1, clusters: null, independent: 4 };
  expect(Array.from(startQuarters(sample)!.quarters)).toEqual([0, 0, 1, 2]);
  expect(startQuarters({ ...sample, startedOn: null })).toBeNull();
});
