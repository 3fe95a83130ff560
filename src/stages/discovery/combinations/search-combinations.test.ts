import { describe, expect, it, test } from 'vitest';
import { createRandom } from '../../../base/stats/index.ts';
import { discover } from '../discover.ts';
import { inputFor, noise, texts, truths } from '../discovery-fixtures.ts';
import { areGroupsOf, placeRecords } from '../place-records.ts';
import type { DiscoveryInput, DiscoveryResult, Pattern } from '../types.ts';

/** Value that only both traits raise, or the first alone; the rest is noise. */
function planted(
  seed: number,
  { n, acts, ...changes }: { n: number; acts: 'both' | 'first' } & Partial<DiscoveryInput>,
): DiscoveryInput {
  const random = createRandom(seed);
  const draw = (share: number): boolean[] => Array.from({ length: n }, () => random.next() < share);
  const [clinic, scheduler] = [draw(0.6), draw(0.6)];
  const background = noise(seed + 1, n, 3).fields;
  const value = Float64Array.from(
    clinic,
    (yes, i) => random.normal() + (yes && (acts === 'first' || scheduler[i]!) ? 1.6 : 0),
  );
  return inputFor(value, [truths('clinic', clinic), truths('scheduler', scheduler), ...background], {
    seed,
    ...changes,
  });
}

function discovered(input: DiscoveryInput): DiscoveryResult {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.why);
  return result;
}

const combined = ({ patterns }: DiscoveryResult): readonly Pattern[] =>
  patterns.filter(({ parts }) => parts.length > 0);

describe('two traits that only count together', () => {
  const input = planted(3, { n: 400, acts: 'both' });
  const result = discovered(input);
  const pair = combined(result).find(({ verdict }) => verdict === 'supported');

  it('are supported as a combination, told with what it adds to the better of them', () => {
    expect(pair).toMatchObject({
      direction: 'for',
      label: 'clinic is yes and scheduler is yes',
      unknown: 0,
      stability: null,
    });
    expect(pair!.conditions).toHaveLength(2);
    expect(pair!.adds).toBeGreaterThan(0.1);
    expect(pair!.interval[0]).toBeLessThan(pair!.lift);
  });

  it('say nothing where the other is missing', () => {
    for (const { zOutside } of pair!.parts) expect(zOutside).toBeLessThan(2);
  });

  it('name their parts as the patterns that show them alone', () => {
    const ids = result.patterns.map(({ id }) => id);
    for (const { id } of pair!.parts) expect(ids).toContain(id);
  });

  it('can be explained record by record', () => {
    expect(areGroupsOf(pair!, placeRecords(input, pair!)!)).toBe(true);
  });
});

test('a trait that acts alone is no combination with any other', () => {
  for (const seed of [11, 12, 13, 14, 15]) {
    const result = discovered(planted(seed, { n: 300, acts: 'first' }));
    expect(result.patterns[0]).toMatchObject({ field: 'clinic', verdict: 'supported' });
    expect(combined(result).filter(({ verdict }) => verdict === 'supported')).toEqual([]);
  }
});

test('above 5,000 records one half proposes and the other tests', () => {
  const result = discovered(planted(5, { n: 12_000, acts: 'both' }));
  const [pair] = combined(result);
  expect(pair).toMatchObject({ verdict: 'supported', label: 'clinic is yes and scheduler is yes' });
  expect(pair!.best.of + pair!.rest.of).toBe(6000);
  expect(result.search.method).toBe('exact');
  const alone = discovered(planted(6, { n: 12_000, acts: 'first' }));
  expect(combined(alone).filter(({ verdict }) => verdict === 'supported')).toEqual([]);
});

test('accounts whose deals move together are combined as accounts', () => {
  const accounts = planted(3, { n: 400, acts: 'both' });
  const rows = Int32Array.from({ length: 1200 }, (_, i) => Math.floor(i / 3));
  const fields = accounts.fields.map((field) => ({
    ...field,
    codes: rows.map((account) => field.codes[account]!),
  }));
  const label = Uint8Array.from(rows, (account) => accounts.label[account]!);
  const won = discovered({
    ...accounts,
    fields,
    label,
    value: null,
    contrast: 'won-lost',
    unit: 'deal',
    cluster: rows,
  });
  const one = discovered({ ...accounts, value: null, contrast: 'won-lost' });
  const p = (result: DiscoveryResult) =>
    combined(result).map(({ label: words, verdict }) => [words, verdict]);
  expect(p(won)).toEqual(p(one));
});

test('without a second trait, with a depth of 1, or with fewer than 12 records nothing is combined', () => {
  expect(discovered(planted(3, { n: 400, acts: 'both', depth: 1 })).search.combinations).toBe(0);
  expect(discovered(noise(1, 10, 2)).search.combinations).toBe(0);
  const value = Float64Array.from({ length: 60 }, (_, i) => i);
  const only = texts(
    'only',
    Array.from(value, (v) => (v > 40 ? 'a' : 'b')),
  );
  expect(discovered(inputFor(value, [only])).search.combinations).toBe(0);
});

test('single conditions keep 4% of the 5% once combinations are tested too, and all of it at depth 1', () => {
  const alone = discovered(planted(4, { n: 100, acts: 'first', depth: 1 })).patterns.find(
    ({ field }) => field === 'scheduler',
  )!;
  const beside = discovered(planted(4, { n: 100, acts: 'first' })).patterns.find(
    ({ field }) => field === 'scheduler',
  )!;
  expect(beside.pAdjusted).toBeCloseTo(Math.min(1, alone.pAdjusted / 0.8), 10);
});
