import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  column,
  type Engine,
  integer,
  multiply,
  named,
  number,
  type Row,
  select,
  subquery,
  table,
} from '../src/base/sql/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import {
  codeColumns,
  committeeQuery,
  excludedAccounts,
  exclusions,
  listedColumns,
  listQuery,
  playOf,
  prospectAccounts,
} from '../src/stages/list/index.ts';
import type { Standing, Tier } from '../src/stages/scorecard/index.ts';
import { decayedPoints, decayedThousandths, type TimingClass } from '../src/stages/signals/index.ts';
import { openPglite } from './conditions-pglite.ts';
import { cardOf } from './score-support.ts';

const engines: readonly { readonly name: string; readonly open: () => Promise<Engine> }[] = [
  { name: 'DuckDB', open: () => createDuckDbEngine({ memoryLimitMiB: 512 }) },
  { name: 'PostgreSQL', open: openPglite },
];

interface Scored {
  readonly standing: Standing;
  readonly tier: Tier | null;
  readonly timing: TimingClass;
  readonly fit: number;
}

const scoredRow: fc.Arbitrary<Scored> = fc
  .record({
    standing: fc.constantFrom<Standing[]>('scored', 'scored', 'scored', 'disqualified', 'outside-market'),
    tier: fc.constantFrom<Tier[]>('A', 'B', 'C', 'D'),
    timing: fc.constantFrom<TimingClass[]>('hot', 'warm', 'cold', 'unknown'),
    fit: fc.constantFrom(-4, -3, 0, 5, 11, 12),
  })
  .map((row) => ({ ...row, tier: row.standing === 'scored' ? row.tier : null }));

const page = (queueBy: string) => `
fit:
  firmographic:
${[5, 5, 2, -4].map((points, i) => `    - { field: f${i}, min: 1, points: ${points} }`).join('\n')}
committee:
  - { role: buyer, titles: [manager] }
  - { role: user, titles: [front desk] }
queue_by: [${queueBy}]
`;

/** The order said in words (design, section 7), as plain code. */
function before(queueBy: readonly ('tier' | 'timing')[]) {
  const place = { tier: ['A', 'B', 'C', 'D'], timing: ['hot', 'warm'] };
  const rank = (key: 'tier' | 'timing', row: Scored) => {
    const at = place[key].indexOf(String(row[key]));
    return at < 0 ? place[key].length : at;
  };
  const out = (row: Scored) => Number(row.standing !== 'scored');
  return (a: Scored & { id: string }, b: Scored & { id: string }) =>
    out(a) - out(b) ||
    queueBy.map((key) => rank(key, a) - rank(key, b)).find((difference) => difference !== 0) ||
    b.fit - a.fit ||
    (a.id < b.id ? -1 : 1);
}

describe.each(engines)('the list in $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  const scoredQuery = (accounts: readonly (Scored & { id: string })[]) =>
    load(
      'scored',
      { account_id: 'text', standing: 'text', tier: 'text', timing: 'text', fit: 'integer' },
      accounts.map((a) => [a.id, a.standing, a.tier, a.timing, a.fit]),
    );

  async function load(
    name: string,
    columns: Record<string, 'text' | 'integer' | 'date' | 'boolean'>,
    rows: readonly (readonly (string | number | boolean | null)[])[],
  ) {
    const types = Object.entries(columns).map(([column_, type]) => ({ name: column_, type }));
    await engine.load(name, types, rows);
    return select({ columns: types.map((c) => column(c.name)), from: table(name) });
  }

  it.each(['tier, timing', 'timing, tier'])('is ordered by %s, then fit, then id', async (queueBy) => {
    const card = cardOf(page(queueBy));
    const order = before(card.queueBy);
    await fc.assert(
      fc.asyncProperty(fc.array(scoredRow, { maxLength: 80 }), async (drawn) => {
        const accounts = drawn.map((row, i) => ({ ...row, id: `a${(i * 37) % 101}` }));
        const rows = await engine.rows(listQuery(card, await scoredQuery(accounts), null));
        const sorted = accounts.toSorted(order);
        expect(rows.map((row) => row.account_id)).toEqual(sorted.map(({ id }) => id));
        const ranked = sorted.filter(({ standing }) => standing === 'scored').length;
        expect(rows.map((row) => row.rank)).toEqual(sorted.map((_, i) => (i < ranked ? i + 1 : null)));
      }),
      { numRuns: 10 },
    );
  });

  it('puts the best fit of a class after the worst of the class before', async () => {
    const worst = { standing: 'scored', tier: 'A', timing: 'hot', fit: -4, id: 'z' } as const;
    const best = { standing: 'scored', tier: 'A', timing: 'warm', fit: 12, id: 'a' } as const;
    const query = listQuery(cardOf(page('tier, timing')), await scoredQuery([best, worst]), null);
    expect((await engine.rows(query)).map((row) => row.account_id)).toEqual(['z', 'a']);
  });

  it('gives every account the play of the reference', async () => {
    const card = cardOf(page('tier, timing'));
    const accounts = (['scored', 'disqualified', 'outside-market'] as const).flatMap((standing) =>
      (['A', 'B', 'C', 'D'] as const).flatMap((tier) =>
        (['hot', 'warm', 'cold', 'unknown'] as const).map((timing) => ({
          standing,
          tier: standing === 'scored' ? tier : null,
          timing,
          fit: 0,
          id: `${standing} ${tier} ${timing}`,
        })),
      ),
    );
    const rows = await engine.rows(listQuery(card, await scoredQuery(accounts), null));
    const plays = new Map(rows.map((row) => [row.account_id, row.play]));
    expect(plays).toEqual(new Map(accounts.map((a) => [a.id, playOf(a.standing, a.tier, a.timing)])));
  });

  it('has a null column for what the data lacks', async () => {
    const query = listQuery(cardOf(page('tier, timing')), await scoredQuery([]), null);
    const names = query.columns.map(({ as }) => as);
    expect(names).toEqual(
      expect.arrayContaining([...listedColumns, 'committee_code', 'best_contact', 'rank']),
    );
    expect(codeColumns.filter((name) => names.includes(name))).toEqual(['committee_code']);
  });

  const people = (rows: readonly (readonly (string | boolean | null)[])[]) =>
    load(
      'people',
      {
        account_id: 'text',
        name: 'text',
        title: 'text',
        committee_role: 'text',
        email: 'text',
        email_status: 'text',
        suppressed: 'boolean',
      },
      rows,
    );

  async function committeeOf(
    rows: readonly (readonly (string | boolean | null)[])[],
  ): Promise<readonly Row[]> {
    const from = subquery(await people(rows), 'people');
    await load('figures', { title: 'text', committee_role: 'text', figure: 'integer' }, [
      ['Manager', null, 0],
      ['Front desk', null, 1],
      [null, 'user', 1],
    ]);
    const query = committeeQuery({ people: from, figures: table('figures'), count: 2 });
    return engine.rows(
      select({ columns: query.columns.map(({ as }) => column(as)), from: subquery(query, 'c') }),
    );
  }

  it('finds the figures of the committee by title and by role', async () => {
    const rows = await committeeOf([
      ['both', 'Ann', 'Manager', null, null, null, null],
      ['both', 'Bob', null, 'user', null, null, null],
      ['desk', 'Cid', 'Front desk', null, null, null, null],
      ['none', 'Dan', 'Janitor', null, null, null, null],
      [null, 'Eve', 'Manager', null, null, null, null],
    ]);
    expect(new Map(rows.map((row) => [row.account_id, row.committee_code]))).toEqual(
      new Map([
        ['both', 3],
        ['desk', 2],
        ['none', 0],
      ]),
    );
  });

  it('the best contact is the first figure of the page, among them the best address', async () => {
    const [row] = await committeeOf([
      ['a', 'Dan', 'Front desk', null, 'dan@x.example', 'verified', false],
      ['a', 'Bob', 'Manager', null, 'bob@x.example', 'Bounced', null],
      ['a', 'Cid', 'Manager', null, 'cid@x.example', 'Verified', null],
    ]);
    expect(row?.best_contact).toBe('Cid, Manager, cid@x.example');
  });

  it('the best contact is nobody who asked not to be written to, and shows no dead address', async () => {
    const [row] = await committeeOf([
      ['a', 'Ann', 'Manager', null, 'ann@x.example', 'verified', true],
      ['a', 'Bob', 'Front desk', null, 'bob@x.example', 'bounced', false],
    ]);
    expect(row?.best_contact).toBe('Bob, Front desk');
    const [silent] = await committeeOf([['a', 'Ann', 'Manager', null, 'a@x.example', null, true]]);
    expect(silent).toMatchObject({ committee_code: 1, best_contact: null });
  });

  it('an account without people has nobody found once people were imported', async () => {
    const card = cardOf(page('tier, timing'));
    const from = subquery(await people([]), 'people');
    await load('figures', { title: 'text', committee_role: 'text', figure: 'integer' }, []);
    const committee = committeeQuery({ people: from, figures: table('figures'), count: 2 });
    const scored = await scoredQuery([{ id: 'a', standing: 'scored', tier: 'A', timing: 'hot', fit: 9 }]);
    const [row] = await engine.rows(listQuery(card, scored, committee));
    expect(row).toMatchObject({ committee_code: 0, best_contact: null, play: 'call today', rank: 1 });
  });

  describe('leaves out', () => {
    const asOf = '2024-08-31';
    async function left(include: readonly (typeof exclusions)[number][] = []) {
      const relation = { account_id: 'text', started_on: 'date', ended_on: 'date' } as const;
      const customers = await load('customers', relation, [
        ['present', null, null],
        ['leaving', '2024-08-31', '2024-12-31'],
        ['gone', '2020-01-01', '2024-08-31'],
        ['not yet', '2024-09-01', null],
        [null, null, null],
      ]);
      const deal = { account_id: 'text', outcome: 'text', created_on: 'date', closed_on: 'date' } as const;
      const deals = await load('deals', deal, [
        ['open', 'open', null, null],
        ['open then', 'won', '2024-08-01', '2024-09-15'],
        ['not open yet', 'open', '2024-09-01', null],
        ['present', 'open', '2024-08-01', null],
        ['lost 90', 'lost', '2024-01-01', '2024-06-02'],
        ['lost 91', 'lost', '2024-01-01', '2024-06-01'],
        ['won', 'won', '2024-01-01', '2024-08-01'],
      ]);
      const tables = { customers: subquery(customers, 'c'), deals: subquery(deals, 'd') };
      return excludedAccounts(tables, { asOf, include });
    }
    const reasons = async (include: readonly (typeof exclusions)[number][]) => {
      const query = await left(include);
      const rows = query === null ? [] : await engine.rows(query);
      return Object.fromEntries(rows.map((row) => [row.account_id, exclusions[Number(row.reason)]]));
    };

    it('present customers, open deals and deals lost in the last 90 days, each for one reason', async () => {
      expect(await reasons([])).toEqual({
        present: 'customers',
        leaving: 'customers',
        open: 'open-deals',
        'open then': 'open-deals',
        'lost 90': 'recently-lost',
      });
    });

    it('not the groups that are asked for', async () => {
      expect(await reasons(['customers', 'recently-lost'])).toEqual({
        open: 'open-deals',
        'open then': 'open-deals',
        present: 'open-deals',
      });
      expect(await left([...exclusions])).toBeNull();
      expect(excludedAccounts({ customers: null, deals: null }, { asOf, include: [] })).toBeNull();
    });

    it('so that the others stay, with all their columns', async () => {
      const accounts = await load('accounts', { account_id: 'text', name: 'text' }, [
        ['present', 'P'],
        ['gone', 'G'],
        ['won', 'W'],
      ]);
      const stay = await engine.rows(prospectAccounts(accounts, await left()));
      expect(stay.toSorted((a, b) => String(a.account_id).localeCompare(String(b.account_id)))).toEqual([
        { account_id: 'gone', name: 'G' },
        { account_id: 'won', name: 'W' },
      ]);
      expect(prospectAccounts(accounts, null)).toBe(accounts);
    });
  });

  it('signals fade to the thousandth like in the reference, exact halves included', async () => {
    const ages = Array.from({ length: 2000 }, (_, age) => age);
    await load(
      'ages',
      { age: 'integer' },
      ages.map((age) => [age]),
    );
    const kinds = [1, 7, 30, 60, 90, 91, 105, 117, 365, 1460].flatMap((halfLife) =>
      [-5, -1, 2, 3, 4].map((points) => ({ points, halfLife })),
    );
    const columns = kinds.map(({ points, halfLife }, i) =>
      named(decayedThousandths(points, column('age'), halfLife), `k${i}`),
    );
    const rows = await engine.rows(select({ columns: [column('age'), ...columns], from: table('ages') }));
    const wrong = rows.flatMap((row) =>
      kinds.filter(
        ({ points, halfLife }, i) =>
          Number(row[`k${i}`]) / 1000 !== decayedPoints(points, Number(row.age), halfLife),
      ),
    );
    expect(rows).toHaveLength(ages.length);
    expect(wrong).toEqual([]);
  });

  it('a signal of the first day of the calendar is spent, not an error', async () => {
    const spent = decayedThousandths(5, multiply(integer(739_000), number(1)), 1);
    expect(await engine.rows(select({ columns: [named(spent, 'left')] }))).toEqual([{ left: 0 }]);
  });
});
