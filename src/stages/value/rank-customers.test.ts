import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, mean } from '../../base/stats/index.ts';
import { rankCustomers } from './rank-customers.ts';
import { readCustomerFacts } from './read-customer-facts.ts';
import type { CustomerFacts, ValueOptions, ValueRanking } from './types.ts';

const options: ValueOptions = { asOf: '2024-06-30', weights: {}, last: null, seed: 1 };

function rank(customers: readonly CustomerFacts[], changed: Partial<ValueOptions> = {}): ValueRanking {
  const result = rankCustomers(customers, { ...options, ...changed });
  if (result.kind !== 'ranking') throw new Error(JSON.stringify(result));
  return result;
}

/** Nine customers; c is known by its contract value only. */
const nine = (
  [
    ['a', 90, 30],
    ['b', 80, 20],
    ['c', 70, null],
    ['d', 60, 10],
    ['e', 50, 40],
    ['f', 40, 50],
    ['g', 30, 60],
    ['h', 20, 70],
    ['i', 10, 80],
  ] as const
).map(([id, value, days]) =>
  readCustomerFacts({ account_id: id, contract_value: value, days_to_close: days }),
);

describe('rankCustomers, worked by hand', () => {
  // contract value, weight 3: percentiles 8.5/9, 7.5/9 ... for a, b ...; speed, weight 2, among eight: d 7.5/8, b 6.5/8.
  it('weighs the percentiles that each customer has', () => {
    const { customers } = rank(nine);
    expect(customers.map(({ accountId, value }) => [accountId, value])).toEqual([
      ['a', 0.841666667],
      ['b', 0.825],
      ['d', 0.741666667],
      ['e', 0.525],
      ['f', 0.408333333],
      ['g', 0.291666667],
      ['h', 0.175],
      ['i', 0.058333333],
      ['c', null],
    ]);
  });

  it('draws the line under three of the eight that can be ranked', () => {
    const ranking = rank(nine);
    expect(ranking.best).toEqual({ n: 3, of: 8, cut: 0.741666667 });
    expect(ranking.customers.filter(({ best }) => best).map(({ accountId }) => accountId)).toEqual([
      'a',
      'b',
      'd',
    ]);
    expect([ranking.ranked, ranking.unranked]).toEqual([8, 1]);
  });

  it('shows what each customer was ranked on', () => {
    const { customers } = rank(nine);
    expect(customers[8]).toEqual({
      accountId: 'c',
      name: null,
      startedOn: null,
      value: null,
      rank: null,
      best: false,
      coverage: 0.6,
      bestShare: 0,
      components: {
        contract_value: { raw: 70, percentile: 6.5 / 9 },
        speed_of_close: { raw: null, percentile: null },
      },
    });
  });

  it('gives equal values the same, smaller rank', () => {
    const twins = nine.map((facts) => (facts.accountId === 'b' ? { ...nine[0]!, accountId: 'b' } : facts));
    expect(
      rank(twins)
        .customers.slice(0, 3)
        .map((customer) => customer.rank),
    ).toEqual([1, 1, 3]);
  });

  it('follows the weights of the user', () => {
    const { customers } = rank(nine, { weights: { contract_value: 0 } });
    expect(customers.slice(0, 3).map(({ accountId }) => accountId)).toEqual(['d', 'b', 'a']);
  });
});

describe('rankCustomers, when there is too little', () => {
  it('asks for eight customers', () => {
    expect(rankCustomers(nine.slice(0, 7), options)).toMatchObject({
      kind: 'too-few-customers',
      needed: 8,
      found: 7,
    });
  });

  it('asks for eight customers that enough is known of', () => {
    const sparse = nine.map((facts, i) => (i < 3 ? { ...facts, daysToClose: null } : facts));
    expect(rankCustomers(sparse, options)).toMatchObject({ kind: 'too-few-customers', needed: 8, found: 6 });
  });

  it('says why nothing is left to rank by', () => {
    const same = nine.map((facts) => ({ ...facts, contractValue: 5, daysToClose: null }));
    expect(rankCustomers(same, options)).toEqual({
      kind: 'no-components',
      reason:
        'Nothing is left to rank customers by. contract value: it is the same for all 9 customers it is known for.',
    });
    expect(
      rankCustomers(nine, { ...options, weights: { contract_value: 0, speed_of_close: 0 } }),
    ).toMatchObject({
      reason:
        'Nothing is left to rank customers by. contract value: its weight is 0. speed of close: its weight is 0.',
    });
    const blank = nine.map((facts) => readCustomerFacts({ account_id: facts.accountId }));
    expect(rankCustomers(blank, options)).toMatchObject({
      kind: 'no-components',
      reason: 'Nothing that makes a customer valuable is known for any customer.',
    });
  });

  it('draws no line through customers who are all alike', () => {
    const alike = nine.map((facts, i) => ({ ...facts, contractValue: i < 5 ? 1 : 2, daysToClose: null }));
    expect(rankCustomers(alike, options)).toMatchObject({ kind: 'no-line', ranked: 9 });
    const balanced = nine.slice(0, 8).map((facts, i) => ({ ...facts, contractValue: i, daysToClose: i }));
    expect(rankCustomers(balanced, { ...options, weights: { contract_value: 2 } })).toEqual({
      kind: 'no-line',
      reason: 'All 8 customers have the same value: there is no top third.',
      ranked: 8,
    });
  });
});

const day = (daysAgo: number): string =>
  new Date(Date.UTC(2024, 5, 30) - daysAgo * 86_400_000).toISOString().slice(0, 10);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 5 });
const anyCustomers = fc
  .array(
    fc.record({
      contract_value: maybe(fc.integer({ min: 1, max: 9 })),
      days_to_close: maybe(fc.integer({ min: 1, max: 9 })),
      started_on: maybe(fc.integer({ min: 0, max: 2000 }).map(day)),
      ended_on: fc.option(fc.integer({ min: 0, max: 900 }).map(day), { nil: null, freq: 1 }),
      nps: maybe(fc.integer({ min: 0, max: 10 })),
      csat: maybe(fc.integer({ min: 1, max: 5 })),
      purchases: maybe(fc.integer({ min: 0, max: 20 })),
      renewals: maybe(fc.integer({ min: 0, max: 4 })),
    }),
    { minLength: 8, maxLength: 40 },
  )
  .map((rows) => rows.map((row, i) => readCustomerFacts({ account_id: `c${100 + i}`, ...row })));

describe('rankCustomers, always', () => {
  it('does not depend on the order of the customers', () => {
    fc.assert(
      fc.property(anyCustomers, fc.integer(), fc.constantFrom(null, 10), (customers, seed, last) => {
        const order = Int32Array.from(customers.keys());
        createRandom(seed).shuffle(order);
        const shuffled = [...order].map((i) => customers[i]!);
        expect(rankCustomers(shuffled, { ...options, last })).toEqual(
          rankCustomers(customers, { ...options, last }),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('keeps equal values together and the best between a quarter and two fifths', () => {
    fc.assert(
      fc.property(anyCustomers, (customers) => {
        const result = rankCustomers(customers, options);
        if (result.kind !== 'ranking') return;
        const { n, of, cut } = result.best;
        expect(n / of).toBeGreaterThanOrEqual(0.25);
        expect(n / of).toBeLessThanOrEqual(0.4);
        expect(result.customers.filter(({ best }) => best)).toHaveLength(n);
        expect(result.customers.every(({ value, best }) => best === (value !== null && value >= cut))).toBe(
          true,
        );
        expect(result.ranked + result.unranked).toBe(result.customers.length);
      }),
      { numRuns: 60 },
    );
  });

  it('has percentiles that average one half in every component', () => {
    fc.assert(
      fc.property(anyCustomers, (customers) => {
        const result = rankCustomers(customers, options);
        if (result.kind !== 'ranking') return;
        for (const { name, leftOut } of result.components) {
          if (leftOut !== null) continue;
          const known = result.customers.map(({ components }) => components[name]?.percentile ?? Number.NaN);
          expect(mean(known)).toBeCloseTo(0.5, 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never lowers a value because the contract value rose', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 9, maxLength: 20 });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 1, max: 500 }), fc.integer(), (amounts, rise, seed) => {
        const random = createRandom(seed);
        const customers = amounts.map((amount, i) =>
          readCustomerFacts({
            account_id: `c${100 + i}`,
            contract_value: amount,
            days_to_close: random.integer(90),
          }),
        );
        const raised = customers.map((facts, i) =>
          i === 0 ? { ...facts, contractValue: facts.contractValue! + rise } : facts,
        );
        const [before, after] = [rankCustomers(customers, options), rankCustomers(raised, options)];
        fc.pre(before.kind === 'ranking' && after.kind === 'ranking');
        const valueOfFirst = (result: ValueRanking): number =>
          result.customers.find(({ accountId }) => accountId === 'c100')!.value!;
        expect(valueOfFirst(after)).toBeGreaterThanOrEqual(valueOfFirst(before));
      }),
      { numRuns: 40 },
    );
  });
});

/** Relations that started over five years and end at random; what they are worth has nothing to do with when. */
function simulated(seed: number, endsRecorded: boolean): readonly CustomerFacts[] {
  const { next, normal } = createRandom(seed);
  return Array.from({ length: 160 }, (_, i) => {
    const age = Math.floor(next() * 5 * 365);
    const lasts = Math.floor(-Math.log(1 - next()) * 3 * 365 * Math.exp(0.5 * normal()));
    return readCustomerFacts({
      account_id: `c${100 + i}`,
      started_on: day(age),
      ended_on: endsRecorded && lasts < age ? day(age - lasts) : null,
      contract_value: Math.exp(normal()),
      days_to_close: Math.round(60 * Math.exp(0.5 * normal())),
    });
  });
}

/** Share of each eighth, newest first, that is among the best. */
function bestByAge(endsRecorded: boolean): Float64Array {
  const shares = new Float64Array(8);
  for (let seed = 0; seed < 60; seed++) {
    const byStart = rank(simulated(seed, endsRecorded)).customers.toSorted((a, b) =>
      a.startedOn! < b.startedOn! ? 1 : -1,
    );
    byStart.forEach(({ best }, i) => {
      if (best) shares[Math.floor(i / 20)]! += 1 / (20 * 60);
    });
  }
  return shares;
}

describe('rankCustomers, with relations still running', () => {
  // Over 200 simulated data sets: .321 .332 .340 .347 .335 .332 .321 .322 from the newest to the oldest eighth.
  it('is as ready to call a new customer best as an old one', () => {
    for (const share of bestByAge(true)) {
      expect(share).toBeGreaterThan(0.29);
      expect(share).toBeLessThan(0.38);
    }
  });

  // Over the same: .093 .157 .214 .280 .356 .431 .524 .599.
  it('is not when no end is recorded, and warns of it', () => {
    const shares = bestByAge(false);
    expect(shares[0]).toBeLessThan(0.15);
    expect(shares[7]).toBeGreaterThan(0.5);
    expect(rank(simulated(1, false)).warnings).toEqual([
      'No customer has a recorded end: tenure only means age here, and new customers come out low for being new.',
    ]);
  });
});

describe('rankCustomers, sensitivity', () => {
  it('lists the core and the shares that belong to it', () => {
    const { customers, sensitivity } = rank(simulated(3, true));
    const core = customers.filter(({ bestShare }) => bestShare >= 0.9).map(({ accountId }) => accountId);
    expect(sensitivity.core).toEqual(core);
    expect(sensitivity.draws).toBe(500);
    expect(sensitivity.overlap).toBeGreaterThan(0.6);
    expect(sensitivity.overlap).toBeLessThan(1);
  });

  it('lets as many enter as leave, when no values are equal', () => {
    for (const change of rank(simulated(4, true)).sensitivity.changes) {
      expect(change.enter).toHaveLength(change.leave.length);
    }
  });

  it('says when it moved the weights less often', () => {
    const many = Array.from({ length: 25_000 }, (_, i) =>
      readCustomerFacts({ account_id: `c${i}`, contract_value: i, days_to_close: (i * 7919) % 25_000 }),
    );
    const ranking = rank(many);
    expect(ranking.sensitivity.draws).toBe(400);
    expect(ranking.warnings).toEqual([
      'With 25000 customers the weights were moved 400 times instead of 500.',
    ]);
  });
});
