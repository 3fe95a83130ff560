import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { discover } from './discover.ts';
import { inputFor, noise, numbers, texts, truths } from './discovery-fixtures.ts';
import type { DiscoveryInput, DiscoveryResult, Pattern } from './types.ts';

function discovered(input: DiscoveryInput): DiscoveryResult {
  const result = discover(input);
  if (result.kind !== 'discovery') throw new Error(result.why);
  return result;
}

const supported = (result: DiscoveryResult): readonly Pattern[] =>
  result.patterns.filter(({ verdict }) => verdict === 'supported');

/** Value moved by an industry, a size window and a tool; the rest of the fields are noise. */
function planted(seed: number, n: number, shift = 1.6): DiscoveryInput {
  const random = createRandom(seed);
  const background = noise(seed, n, 5);
  const industry = Array.from({ length: n }, () => `i${random.integer(6)}`);
  const size = Array.from({ length: n }, () => Math.round(400 * random.next()));
  const tool = Array.from({ length: n }, () => random.next() < 0.4);
  const value = Float64Array.from({ length: n }, (_, i) => {
    const clinic = industry[i] === 'i0' || industry[i] === 'i1' ? shift : 0;
    const fits = size[i]! >= 100 && size[i]! <= 250 ? shift : 0;
    return random.normal() + clinic + fits - (tool[i] ? shift : 0);
  });
  const fields = [
    texts('industry', industry),
    numbers('size', size),
    truths('tool', tool),
    ...background.fields,
  ];
  return inputFor(value, fields, { seed, permutations: 999 });
}

describe('discovery of planted truth', () => {
  const result = discovered(planted(11, 120));
  const byField = (field: string) => result.patterns.find((pattern) => pattern.field === field)!;

  it('supports the three true traits and no other', () => {
    expect(
      supported(result)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['industry', 'size', 'tool']);
  });

  it('names the group, the window and the side that speaks for', () => {
    const [group] = byField('industry').conditions;
    expect(group).toMatchObject({ op: 'any', field: 'industry' });
    expect(group?.op === 'any' && [...group.values].sort()).toEqual(['i0', 'i1']);
    const [window] = byField('size').conditions;
    if (window?.op !== 'window') throw new Error('no window');
    expect(window.low).toBeGreaterThan(50);
    expect(window.low).toBeLessThan(160);
    expect(window.high).toBeGreaterThan(200);
    expect(window.high).toBeLessThan(300);
    expect(byField('tool')).toMatchObject({
      direction: 'for',
      conditions: [{ op: 'any', field: 'tool', values: [false] }],
    });
  });

  it('shows counts that add up to best, rest and unknown', () => {
    for (const { best, rest, unknown } of result.patterns) {
      expect(best.of + rest.of + unknown).toBe(120);
      expect(best.n).toBeLessThanOrEqual(best.of);
      expect(rest.n).toBeLessThanOrEqual(rest.of);
    }
  });

  it('keeps every lift inside its interval and below what was counted', () => {
    for (const { lift, interval, best, rest, verdict } of result.patterns) {
      expect(interval[0]).toBeLessThanOrEqual(lift);
      expect(lift).toBeLessThanOrEqual(interval[1]);
      const counted = best.n / (best.n + rest.n) / (best.of / (best.of + rest.of));
      if (verdict === 'supported') expect(Math.abs(Math.log(lift))).toBeLessThan(Math.abs(Math.log(counted)));
    }
  });

  it('orders patterns by verdict, then adjusted p', () => {
    const ranks = result.patterns.map(({ verdict }) => ['supported', 'suggestive', 'none'].indexOf(verdict));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const chances = result.patterns.filter(({ verdict }) => verdict === 'none').map((p) => p.pAdjusted);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
  });

  it('gives the same result for the same seed, and pattern ids that do not depend on it', () => {
    const again = discovered(planted(11, 120));
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
    const other = discovered({ ...planted(11, 120), seed: 99 });
    const ids = (of: DiscoveryResult) =>
      supported(of)
        .map(({ id }) => id)
        .sort();
    expect(ids(other)).toEqual(ids(result));
  });

  it('finds stable what is supported', () => {
    for (const { stability } of supported(result)) expect(stability).toBeGreaterThan(0.5);
  });

  it('asks questions only while fewer than two patterns are shown', () => {
    expect(result.questions).toEqual([]);
    const blank = discovered(noise(4, 40, 2));
    expect(blank.patterns.filter(({ verdict }) => verdict !== 'none').length).toBeLessThan(2);
    expect(blank.questions).toHaveLength(4);
  });

  it('works from the label alone', () => {
    const input = planted(11, 300);
    const won = discovered({ ...input, value: null, contrast: 'won-lost', unit: 'deal' });
    expect(supported(won).map(({ field }) => field)).toEqual(expect.arrayContaining(['industry', 'tool']));
    expect(won.patterns[0]?.measure).toContain('label alone');
  });
});

describe('discovery of noise', () => {
  it('supports something in about one of twenty sets', () => {
    const sets = Array.from({ length: 60 }, (_, s) => discovered(noise(1000 + s, 40, 4)));
    expect(sets.filter((set) => supported(set).length > 0).length).toBeLessThanOrEqual(7);
    const shown = sets.reduce((sum, set) => sum + set.suggestive.found, 0) / sets.length;
    expect(shown).toBeGreaterThan(0.2);
    expect(shown).toBeLessThan(1.2);
    expect(sets[0]!.suggestive).toMatchObject({ fields: 12, byChance: 12 * 0.05 });
  });

  it('supports little on deals whose accounts differ strongly, for fields of the account and of the deal', () => {
    const sets = Array.from({ length: 40 }, (_, s) => discovered(clustered(s)));
    expect(sets.filter((set) => supported(set).length > 0).length).toBeLessThanOrEqual(6);
  });

  it('would support much more if accounts were ignored', () => {
    const sets = Array.from({ length: 20 }, (_, s) => discovered({ ...clustered(s), cluster: null }));
    expect(sets.filter((set) => supported(set).length > 0).length).toBeGreaterThanOrEqual(10);
  });
});

/** 300 deals on 30 accounts: outcomes alike within an account, no field with an effect. */
function clustered(seed: number): DiscoveryInput {
  const random = createRandom(seed);
  const cluster = Int32Array.from({ length: 300 }, () => Math.floor(30 * random.next() ** 1.5));
  const luck = Array.from({ length: 30 }, () => 2 * random.normal());
  const value = Float64Array.from(cluster, (account) => luck[account]! + random.normal());
  const sector = Array.from({ length: 30 }, () => `s${random.integer(4)}`);
  const size = Array.from({ length: 30 }, () => random.normal());
  const rep = Array.from({ length: 30 }, () => `r${random.integer(4)}`);
  const reps = Array.from(cluster, (account) =>
    random.next() < 0.8 ? rep[account]! : `r${random.integer(4)}`,
  );
  const fields = [
    texts(
      'sector',
      Array.from(cluster, (account) => sector[account]!),
    ),
    numbers(
      'size',
      Array.from(cluster, (account) => size[account]!),
    ),
    texts('rep', reps, { perAccount: false }),
  ];
  return inputFor(value, fields, { seed, unit: 'deal', cluster, value: null, contrast: 'won-lost' });
}

describe('discovery with little to go on', () => {
  it('finds with 25 customers what is overwhelming, and says what would settle the rest', () => {
    const random = createRandom(2);
    const clinic = Array.from({ length: 25 }, (_, i) => i < 9);
    const value = Float64Array.from(clinic, (yes) => random.normal() + (yes ? 4 : 0));
    const background = noise(2, 25, 5);
    const input = inputFor(value, [truths('clinic', clinic), ...background.fields], { permutations: null });
    const result = discovered({
      ...input,
      fields: input.fields.map((f) => ({ ...f, knownBy: 'user' as const })),
    });
    expect(supported(result).map(({ field }) => field)).toEqual(['clinic']);
    expect(result.patterns.some(({ verdict, needMore }) => verdict === 'none' && needMore !== null)).toBe(
      true,
    );
    expect(result.search.permutations).toBe(4999);
  });

  it('supports nothing under 12 customers and says so', () => {
    const value = Float64Array.from({ length: 11 }, (_, i) => i);
    const perfect = truths(
      'clinic',
      Array.from({ length: 11 }, (_, i) => i > 6),
    );
    const result = discovered(inputFor(value, [perfect]));
    expect(supported(result)).toEqual([]);
    expect(result.warnings[0]).toContain('With 11 customers a search can support nothing');
  });

  it('does not start under 8 customers', () => {
    const value = Float64Array.from({ length: 7 }, (_, i) => i);
    expect(discover(inputFor(value, []))).toMatchObject({ kind: 'too-few-customers', needed: 8, found: 7 });
  });

  it('does not start when all customers are in one group', () => {
    const input = noise(1, 30, 1);
    const label = new Uint8Array(30).fill(1);
    expect(discover({ ...input, label })).toMatchObject({ kind: 'too-few-customers', needed: 3, found: 0 });
  });

  it('passes over constants and fields nobody filled in', () => {
    const input = noise(1, 30, 1);
    const fields = [
      ...input.fields,
      texts(
        'same',
        Array.from({ length: 30 }, () => 'a'),
      ),
      texts(
        'empty',
        Array.from({ length: 30 }, () => null),
      ),
      numbers(
        'blank',
        Array.from({ length: 30 }, () => null),
      ),
      truths(
        'once',
        Array.from({ length: 30 }, (_, i) => i === 0),
      ),
    ];
    const result = discovered({ ...input, fields });
    expect(result.search.fields).toBe(3);
    expect(result.patterns.map(({ field }) => field).sort()).toEqual(['number0', 'text0', 'yes0']);
    expect(result.warnings.join(' ')).toContain('4 of 7 fields have nothing to compare');
  });

  it('has an answer without any field', () => {
    expect(discovered(inputFor(noise(1, 30, 1).value!, []))).toMatchObject({ patterns: [], questions: [] });
  });

  it('leaves customers without a value out of both groups', () => {
    const input = noise(1, 30, 1);
    const value = input.value!.slice();
    value[0] = Number.NaN;
    const result = discovered({ ...input, value });
    expect(result.customers.n).toBe(29);
    expect(result.warnings[0]).toContain('1 of 30');
  });
});

describe('declared hypotheses', () => {
  it('reach further than a search does', () => {
    const wins = { asked: 0, searched: 0 };
    for (let seed = 0; seed < 24; seed++) {
      const random = createRandom(seed);
      const clinic = Array.from({ length: 36 }, () => random.next() < 0.45);
      const value = Float64Array.from(clinic, (yes) => random.normal() + (yes ? 0.9 : 0));
      const input = inputFor(value, [truths('clinic', clinic), ...noise(seed, 36, 6).fields], { seed });
      if (supported(discovered(input)).some(({ field }) => field === 'clinic')) wins.searched++;
      const declared = [{ field: 'clinic', levels: [1] }];
      if (supported(discovered({ ...input, declared })).some((p) => p.declared)) wins.asked++;
    }
    expect(wins.asked).toBeGreaterThan(wins.searched);
  });

  it('are reported when their field is gone', () => {
    const result = discovered({ ...noise(1, 30, 1), declared: [{ field: 'nowhere', levels: [0] }] });
    expect(result.warnings.join(' ')).toContain('nowhere');
  });

  it('are not searched a second time when their field has no other condition', () => {
    const input = noise(1, 30, 2);
    const believed = {
      ...input.fields[0]!,
      levels: input.fields[0]!.levels.map((l, i) => ({ ...l, nameable: i > 0 })),
    };
    const declared = [{ field: 'yes0', levels: [1] }];
    const result = discovered({ ...input, fields: [believed, ...input.fields.slice(1)], declared });
    expect(result.search.fields).toBe(6);
    expect(result.patterns.filter(({ field }) => field === 'yes0')).toMatchObject([{ declared: true }]);
  });

  it('are tested on the second half of a large sample too', () => {
    const input = noise(2, 5200, 1);
    const result = discovered({ ...input, declared: [{ field: 'yes0', levels: [1] }] });
    expect(result.patterns.find(({ field }) => field === 'yes0')).toMatchObject({ declared: true });
  });

  it('share the error with the search', () => {
    const result = discovered({ ...noise(1, 30, 1), declared: [{ field: 'yes0', levels: [1] }] });
    expect(result.search.adjustedBy).toContain('1 declared hypotheses share 2.5%');
  });
});

describe('discovery on many customers', () => {
  const random = createRandom(80);
  const n = 6000;
  const tool = Array.from({ length: n }, () => random.next() < 0.3);
  const value = Float64Array.from(tool, (yes) => random.normal() + (yes ? 0.3 : 0));
  const result = discovered(inputFor(value, [truths('tool', tool), ...noise(8, n, 3).fields]));

  it('searches one half and tests on the other', () => {
    expect(result.search).toMatchObject({ permutations: 0, fields: 10 });
    expect(result.search.adjustedBy).toContain('tested on the other half (Holm)');
    expect(supported(result).map(({ field }) => field)).toEqual(['tool']);
  });

  it('shows the counts of the half that tested', () => {
    const [first] = result.patterns;
    expect(first!.best.of + first!.rest.of).toBe(3000);
    expect(result.customers.n).toBe(6000);
    expect(result.warnings.join(' ')).toContain('3000 records that tested');
  });
});

it('asks when a field becomes known if it sets the groups apart and nobody has said', () => {
  const random = createRandom(5);
  const value = Float64Array.from({ length: 80 }, () => random.normal());
  const reply = Array.from(value, (v) => v + 0.5 * random.normal() > 0.4);
  const result = discovered(inputFor(value, [truths('reply', reply, { known: 'unknown' })]));
  expect(result.asks).toMatchObject([{ field: 'reply' }]);
  const settled = discovered(inputFor(value, [truths('reply', reply, { known: 'before' })]));
  expect(settled.asks).toEqual([]);
});

it('tells a trait of the worst as against', () => {
  const random = createRandom(6);
  const n = 150;
  const size = Array.from({ length: n }, () => Math.round(100 * random.next()));
  const value = Float64Array.from(size, (s) => random.normal() - (s > 30 && s < 60 ? 2 : 0));
  const [first] = discovered(inputFor(value, [numbers('size', size)])).patterns;
  expect(first).toMatchObject({ direction: 'against', verdict: 'supported' });
  expect(first!.lift).toBeLessThan(1);
  expect(first!.interval[1]).toBeLessThan(1.1);
});
