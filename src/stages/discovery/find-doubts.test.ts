import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { discover } from './discover.ts';
import { inputFor, noise, texts, truths } from './discovery-fixtures.ts';
import type { DiscoveryInput, DiscoveryResult, Pattern } from './types.ts';

function discovered(input: DiscoveryInput): DiscoveryResult {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.why);
  return result;
}

const of = ({ patterns }: DiscoveryResult, field: string): Pattern =>
  patterns.find((pattern) => pattern.field === field)!;

/** A cause, and a trait that mostly goes with it and does nothing (`also` gives it an effect of its own). */
function pair(seed: number, n: number, also = 0): DiscoveryInput {
  const random = createRandom(seed);
  const cause = Array.from({ length: n }, () => random.next() < 0.4);
  const shadow = cause.map((yes) => random.next() < (yes ? 0.85 : 0.15));
  const value = Float64Array.from(
    cause,
    (yes, i) => random.normal() + (yes ? 1.6 : 0) + (shadow[i] ? also : 0),
  );
  return inputFor(value, [truths('cause', cause), truths('shadow', shadow)], { seed });
}

describe('a trait that only goes with another', () => {
  const result = discovered(pair(4, 300));

  it('is explained by it, by id', () => {
    expect(of(result, 'shadow')).toMatchObject({
      verdict: 'supported',
      explainedBy: of(result, 'cause').id,
      cohort: null,
      doubts: [{ kind: 'explained', by: of(result, 'cause').id }],
    });
    expect(of(result, 'shadow').doubts[0]!.p).toBeGreaterThan(0.05);
  });

  it('does not explain its cause', () => {
    expect(of(result, 'cause')).toMatchObject({ explainedBy: null, doubts: [] });
  });

  it('is not called explained under 100 customers, only not told apart', () => {
    const few = discovered(pair(4, 80));
    for (const { explainedBy, doubts } of few.patterns) {
      expect(explainedBy).toBeNull();
      for (const { kind } of doubts) expect(kind).toBe('not-told-apart');
    }
    expect(few.patterns.some(({ doubts }) => doubts.length > 0)).toBe(true);
  });
});

it('two traits that both act are not doubted', () => {
  const result = discovered(pair(5, 300, 1.2));
  for (const { verdict, doubts } of result.patterns.filter(({ parts }) => parts.length === 0)) {
    expect(verdict).toBe('supported');
    expect(doubts).toEqual([]);
  }
});

it('two copies cannot be told apart', () => {
  const input = pair(6, 200);
  const copy = { ...input.fields[0]!, id: 'copy', condition: truths('copy', []).condition };
  const result = discovered({ ...input, fields: [input.fields[0]!, copy] });
  for (const { doubts, explainedBy } of result.patterns) {
    expect(explainedBy).toBeNull();
    expect(doubts).toMatchObject([{ kind: 'not-told-apart', zGiven: 0, otherZGiven: 0, p: 1 }]);
  }
});

/** 400 customers over eight quarters; those of the last four are better, and more often bought on the web. */
function drifting(seed: number, effect: number): DiscoveryInput {
  const random = createRandom(seed);
  const n = 400;
  const startedOn = Float64Array.from({ length: n }, () => 18_262 + random.integer(731));
  const late = Array.from(startedOn, (day) => day >= 18_262 + 366);
  const channel = late.map((yes) => (random.next() < (yes ? 0.8 : 0.2) ? 'web' : 'phone'));
  const value = Float64Array.from(
    late,
    (yes, i) => random.normal() + (yes ? 1.5 : 0) + (channel[i] === 'web' ? effect : 0),
  );
  return inputFor(value, [texts('channel', channel)], { seed, startedOn });
}

describe('a trait that changed over time', () => {
  it('is explained by when customers started if that is all there is to it', () => {
    const result = discovered(drifting(7, 0));
    expect(of(result, 'channel')).toMatchObject({
      verdict: 'supported',
      explainedBy: null,
      cohort: 'explained',
      doubts: [{ kind: 'explained', by: null }],
    });
    expect(result.cohorts?.quarters.map(({ quarter }) => quarter)).toContain('2020-Q1');
    expect(result.cohorts?.z).toBeGreaterThan(5);
    expect(result.cohorts?.quarters.reduce((sum, { of: all }) => sum + all, 0)).toBe(400);
  });

  it('is not doubted if it acts within the quarters too', () => {
    expect(of(discovered(drifting(8, 1.5)), 'channel')).toMatchObject({ cohort: null, doubts: [] });
  });
});

it('the start is no rival where the outcome does not differ by it', () => {
  const input = pair(9, 40);
  const startedOn = Float64Array.from({ length: 40 }, (_, i) => 18_262 + 90 * (i % 20));
  for (const { cohort } of discovered({ ...input, startedOn }).patterns) expect(cohort).toBeNull();
});

it('patterns without evidence are not doubted', () => {
  for (const { verdict, doubts } of discovered(noise(3, 120, 4)).patterns)
    if (verdict === 'none') expect(doubts).toEqual([]);
});

describe('deals of accounts', () => {
  /** 200 accounts with three deals each; the account's region goes with its sector, which decides. */
  function deals(seed: number): DiscoveryInput {
    const random = createRandom(seed);
    const accounts = Array.from({ length: 200 }, () => {
      const cause = random.next() < 0.4;
      return { cause, shadow: random.next() < (cause ? 0.9 : 0.1), luck: 0.5 * random.normal() };
    });
    const cluster = Int32Array.from({ length: 600 }, (_, i) => Math.floor(i / 3));
    const each = Array.from(cluster, (account) => accounts[account]!);
    const value = Float64Array.from(each, ({ cause, luck }) => random.normal() + luck + (cause ? 1.5 : 0));
    const fields = [
      truths(
        'cause',
        each.map(({ cause }) => cause),
      ),
      truths(
        'shadow',
        each.map(({ shadow }) => shadow),
      ),
    ];
    return inputFor(value, fields, { seed, unit: 'deal', cluster, value: null, contrast: 'won-lost' });
  }

  it('are told apart by account in most sets, and never the wrong way round', () => {
    const calls = Array.from({ length: 12 }, (_, seed) => {
      const result = discovered(deals(seed));
      expect(of(result, 'cause').explainedBy).toBeNull();
      return of(result, 'shadow').explainedBy === of(result, 'cause').id;
    });
    expect(calls.filter((explained) => explained).length).toBeGreaterThanOrEqual(7);
  });
});
