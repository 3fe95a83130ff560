import { expect, it } from 'vitest';
import { type ExplainResult, explainAccount } from '../src/app/explain-account.ts';
import { rankValue } from '../src/app/rank-value.ts';
import { explainText } from '../src/faces/cli/render/explain-text.ts';
import { scoredWorkspace } from './score-workspace.ts';

const page = `
profile: Clinics
kind: company
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
    - { field: industry, any: [private clinic], points: 3 }
    - { field: practitioners, between: [3, 15], points: 3 }
  technographic:
    - { uses: { category: scheduling }, points: 2 }
timing:
  - { signal: { kind: hired, about: administration, within: 6 months }, points: 3, half_life: 60 days }
anti:
  - { field: practitioners, max: 1, because: no coordination problem }
tiers: { A: 8, B: 6, C: 3 }
timing_tiers: { hot: 2, warm: 0.5 }
`;

/** As of 2026-10-01. */
const prospects = `Account ID,Company name,Industry,Country,Practitioners,City
tier-a,Clínica Lista,private clinic,Spain,8,Vigo
asked,Clínica Callada,private clinic,Spain,,Vigo
single,Consulta Sola,private clinic,Spain,1,Lugo
french,Clinique du Lac,private clinic,France,6,Lyon
`;
const technologies = `Account ID,Technology,Category,First seen
tier-a,Turnia,Scheduling,2023-01-10
won-1,Turnia,Scheduling,2022-01-10
won-2,Citaflow,Scheduling,2026-09-01
`;
const coverage = `Account ID,Scope,Checked on
${['tier-a', 'won-1', 'won-2'].map((id) => `${id},scheduling,2026-09-01`).join('\n')}
tier-a,hired,2026-09-25
`;
const signals = `Account ID,Kind,About,Observed on
tier-a,hired,Administration,2026-08-01
`;
const files = {
  'prospects.csv': prospects,
  'technologies.csv': technologies,
  'coverage.csv': coverage,
  'signals.csv': signals,
};
const won = {
  ...files,
  'prospects.csv': `${prospects}won-1,Clínica Ganada,private clinic,Spain,5,Vigo
won-2,Clínica Tarde,private clinic,Spain,40,Vigo
lost-1,Clínica Perdida,private clinic,Spain,8,Vigo
`,
  'deals.csv': `Deal ID,Account ID,Created on,Closed on,Outcome,Amount
1,won-1,2024-01-01,2024-03-01,Won,9000
2,won-2,2025-01-01,2025-02-01,Won,4000
3,lost-1,2025-01-01,2026-09-01,Lost,4000
`,
};

const asked = { profile: null, version: null, asOf: '2026-10-01' };
const plain = (result: ExplainResult, width = 80) => explainText(result, { color: false, width });

it('an account of tier A is told what keeps it from being called today, and when its timing fades', async () => {
  const { workspace } = await scoredWorkspace(files, page);
  const result = await explainAccount(workspace, { ...asked, account: 'tier-a' });
  expect(result).toMatchObject({
    play: 'careful',
    up: null,
    leftOut: null,
    customer: null,
    // 61 days ago: 3 x 0.5^(61/60) = 1.483
    hot: { from: 2, missing: 0.517, ways: [{ steps: [{ label: 'hired administration' }], timing: 3 }] },
    outlook: [{ on: '2027-01-04', to: 'cold', below: 0.5 }],
    similar: { kind: 'none', reason: 'No customers and no won deals are known on this day.' },
  });
  expect(plain(result)).toContain(`
Timing
  yes      1.483  hired administration on 2026-08-01, 61 days ago
                  3 x 0.5^(61/60) = 1.483
         ───────
           1.483  warm (hot from 2, warm from 0.5)
                  if nothing new happens: cold from 2027-01-04 (0.495)

What keeps it from \`call today\`: 0.517 points to hot (from 2; it has 1.483)
  again       hired administration (last on 2026-08-01): a new one today would
              make 3, hot
`);
});

it('an account with unknowns is told what each could add and who could say', async () => {
  const { workspace } = await scoredWorkspace(files, page);
  const result = await explainAccount(workspace, { ...asked, account: 'asked' });
  expect(result.fitTiers).toEqual({ known: 'C', least: 'C', most: 'A' });
  expect(result.up).toMatchObject({
    tier: 'B',
    missing: 3,
    ways: [
      {
        steps: [{ label: 'practitioners 3-15', kind: 'find-out' }],
        fit: 6,
        unless: [],
      },
    ],
  });
  expect(
    result.unknowns.map(({ line, why }) => [line, why.map(({ reason, sources }) => [reason, sources])]),
  ).toEqual([
    ['fit-2', [['blank', ['prospects.csv']]]],
    ['anti-1', [['blank', ['prospects.csv']]]],
    ['fit-3', [['not-looked-for', ['technologies.csv']]]],
    ['timing-1', [['not-looked-for', ['signals.csv']]]],
  ]);
});

it('an account that is out is told by which line, and what its fit would be', async () => {
  const { workspace } = await scoredWorkspace(files, page);
  const french = plain(await explainAccount(workspace, { ...asked, account: 'french' }));
  expect(french).toContain(
    'Outside the market, which asks: country is ES (it is FR).\nIts fit alone would be tier B (6 points).\n',
  );
  const single = plain(await explainAccount(workspace, { ...asked, account: 'single' }));
  expect(single).toContain(
    'Disqualified: no coordination problem (practitioners up to 1).\nIts fit alone would be tier C (3 points).\n',
  );
  expect(single).not.toContain('What would move it up');
});

it('without a customer table the won accounts are compared, with their tools at the sale', async () => {
  const { workspace } = await scoredWorkspace(won, page);
  const { similar } = await explainAccount(workspace, { ...asked, account: 'tier-a' });
  expect(similar).toMatchObject({
    kind: 'similar',
    by: 'won',
    compared: 2,
    customers: [
      {
        accountId: 'won-1',
        name: 'Clínica Ganada',
        since: '2024-03-01',
        contractValue: { value: 9000 },
        points: { agree: 8, known: 8 },
      },
      { accountId: 'won-2', points: { agree: 3, known: 6 } },
    ],
  });
  const result = await explainAccount(workspace, { ...asked, account: 'won-1' });
  expect(result).toMatchObject({
    leftOut: 'customers',
    customer: { since: '2024-03-01', rank: null, best: true },
    similar: { compared: 1 },
  });
  expect((await explainAccount(workspace, { ...asked, account: 'lost-1' })).leftOut).toBe('recently-lost');
});

it('with too few customers for a best third it says so', async () => {
  const customers =
    'Account ID,Customer since,Contract value\nold-1,2024-01-01,9000\nold-2,2025-01-01,8000\n';
  const { workspace } = await scoredWorkspace({ ...files, 'customers.csv': customers }, page);
  const result = await explainAccount(workspace, { ...asked, account: 'tier-a' });
  const reason = 'A top third needs at least 8 customers; there are 2.';
  expect(result.similar).toEqual({ kind: 'none', reason });
  expect(plain(result)).toContain(`No best customers to compare with. ${reason}`.slice(0, 60));
});

it('an account with several relations is one customer, with its best place', async () => {
  const relations = Array.from({ length: 12 }, (_, i) => [
    `old-${i % 6},20${i < 6 ? 23 : 24}-01-01,${1000 * (i + 1)},${90 - i}`,
  ]);
  const customers = `Account ID,Customer since,Contract value,Days to close\n${relations.join('\n')}\n`;
  const { workspace } = await scoredWorkspace({ ...files, 'customers.csv': customers }, page);
  const { similar } = await explainAccount(workspace, { ...asked, account: 'tier-a' });
  expect(similar).toMatchObject({ kind: 'similar', by: 'value', compared: 4 });
  const { customer } = await explainAccount(workspace, { ...asked, account: 'old-0' });
  const request = { asOf: asked.asOf, weights: {}, last: null, seed: null };
  const ranking = await rankValue(workspace, { ...request, at: '2026-10-01T08:00:00.000Z' });
  const own = ranking.kind === 'ranking' ? ranking.customers.filter((of) => of.accountId === 'old-0') : [];
  expect(own).toHaveLength(2);
  expect(customer).toMatchObject({ rank: Math.min(...own.map(({ rank }) => rank!)), of: 12 });
});

it('no line of the text is wider than the terminal', async () => {
  const { workspace } = await scoredWorkspace(won, page);
  for (const account of ['tier-a', 'asked', 'french', 'single', 'won-1'])
    for (const width of [60, 80, 120]) {
      const text = plain(await explainAccount(workspace, { ...asked, account }), width);
      expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
});
