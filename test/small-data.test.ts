import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankValue } from '../src/app/rank-value.ts';
import { showProfile } from '../src/app/show-profile.ts';
import { createRandom } from '../src/base/stats/index.ts';
import { discoverText } from '../src/faces/cli/render/discover-text.ts';
import { renderText } from '../src/faces/page/index.ts';
import { asOf, at, csv, Journey } from './journey.ts';
import { documentOf, runCli } from './run-cli.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const style = { color: false, width: 100 };
const trades = ['Bakery', 'Brewery', 'Dairy', 'Mill'];
const places = ['Lyon', 'Porto', 'Graz'];

/** A spreadsheet as a founder keeps it: one flat file, sums and dates as they were typed, some cells empty. */
function spreadsheet(n: number, { helps = true } = {}): string {
  const random = createRandom(11);
  const header = [
    'Company',
    'Website',
    'Trade',
    'Staff',
    'City',
    'Shop system',
    'Contract per year',
    'Customer since',
    'Left on',
    'NPS',
  ];
  const rows = Array.from({ length: n }, (_, i) => {
    const isBakery = i % 3 === 0;
    const staff = 3 + random.integer(60);
    const sum = Math.round((helps && isBakery ? 9000 : 3500) + random.next() * 3000);
    const since = `${1 + random.integer(28)}/${1 + random.integer(12)}/${2022 + random.integer(4)}`;
    return [
      `${isBakery ? 'Boulangerie' : 'Maison'} No. ${i + 1}`,
      i % 5 === 0 ? null : `https://www.maison-${i + 1}.fr/contact`,
      isBakery ? 'Bakery' : trades[1 + (i % 3)]!,
      i % 7 === 0 ? '11-50' : i % 9 === 0 ? null : staff,
      places[random.integer(3)]!,
      random.next() < 0.5 ? 'yes' : 'no',
      i % 4 === 0 ? `€${(sum / 1000).toFixed(1).replace('.', ',')}k` : `${sum.toLocaleString('de-DE')} €`,
      i % 6 === 0 ? since.replaceAll('/', '.') : since,
      !isBakery && i % 4 === 1 ? '15/06/2026' : null,
      i % 8 === 0 ? null : 5 + random.integer(6),
    ];
  });
  return csv([header, ...rows]);
}

function prospects(n: number): string {
  const header = ['Company', 'Website', 'Trade', 'Staff', 'City', 'Shop system'];
  const rows = Array.from({ length: n }, (_, i) => [
    `Atelier ${i + 1}`,
    `atelier-${i + 1}.fr`,
    trades[i % 4]!,
    i % 6 === 0 ? null : 2 + (i % 50),
    places[i % 3]!,
    i % 2 === 0 ? 'yes' : 'no',
  ]);
  return csv([header, ...rows]);
}

describe('25 customers in one spreadsheet', () => {
  it('are read whole: sums, bands, dates and web addresses as people type them', async () => {
    const { files, tables } = await journey.import({ 'customers.csv': spreadsheet(25) });
    expect(files[0]?.rows).toEqual({ in: 25, kept: 25, quarantined: 0 });
    expect(tables).toEqual(
      expect.arrayContaining([
        { table: 'accounts', rows: 25 },
        { table: 'customers', rows: 25 },
      ]),
    );
    const taken = Object.fromEntries(
      (files[0]?.mapping.columns ?? []).map(({ column, table, field }) => [column, `${table}.${field}`]),
    );
    expect(taken).toMatchObject({
      Company: 'accounts.name',
      Website: 'accounts.domain',
      'Customer since': 'customers.started_on',
      NPS: 'customers.nps',
    });
  });

  it('give a ranking that says how firm it is, from the contract value that the user names', async () => {
    await importSpreadsheet();
    const value = await rankValue(journey.workspace, { asOf, at, weights: {}, last: null, seed: null });
    if (value.kind !== 'ranking') throw new Error(value.kind);
    expect(value).toMatchObject({ ranked: 25, unranked: 0 });
    expect(value.best.n).toBeGreaterThanOrEqual(7);
    expect(value.best.n).toBeLessThanOrEqual(10);
    const counted = value.components.filter(({ leftOut }) => leftOut === null).map(({ name }) => name);
    expect(counted).toEqual(expect.arrayContaining(['contract_value', 'tenure', 'satisfaction']));
    expect(value.sensitivity.overlap).toBeGreaterThan(0);
    expect(value.sensitivity.overlap).toBeLessThan(1);
  });

  it('give honest words: what is supported, what chance may explain, how many more would settle it', async () => {
    await importSpreadsheet();
    const found = await journey.patterns();
    const text = discoverText(found, style);
    const supported = found.patterns.filter(({ verdict }) => verdict === 'supported');
    expect(supported.map(({ field }) => field)).toEqual(['industry']);
    expect(text).toMatch(/chance alone would give|Questions for sales and support/);
    const unsettled = found.patterns.filter(({ verdict }) => verdict === 'suggestive');
    expect(unsettled.length).toBeGreaterThan(0);
    expect(text.match(/suggestive, (?:~[\d,]+ more to settle|not in reach)/g)).toHaveLength(unsettled.length);
  });

  it('without anything that helps give questions, no points and no supported trait', async () => {
    await journey.import({ 'customers.csv': spreadsheet(25, { helps: false }) }, { maps });
    const found = await journey.patterns();
    expect(found.patterns.filter(({ verdict }) => verdict === 'supported')).toEqual([]);
    expect(found.patterns.length + found.questions.length).toBeGreaterThan(0);
  });

  it('give a page marked as a hypothesis, and a back-check list while there are no prospects', async () => {
    await importSpreadsheet();
    const draft = await journey.draft();
    if (draft.kind !== 'draft') throw new Error(draft.kind);
    expect(draft.version).toMatchObject({ version: 1, published: true, profile: { status: 'hypothesis' } });
    const { page } = await showProfile(journey.workspace, { profile: null, version: null, asOf });
    expect(renderText(page, style)).toContain('Hypothesis: useful to work with, not yet proven');
    expect(await journey.list()).toMatchObject({ scored: 'customers', accounts: 25 });
  });

  it('rank prospects once there are some, customers left out', async () => {
    await importSpreadsheet();
    await journey.draft();
    await journey.import({ 'prospects.csv': { text: prospects(200), as: 'accounts' } });
    const list = await journey.list();
    expect(list).toMatchObject({ scored: 'prospects' });
    expect(list.accounts + list.excluded.customers).toBe(225);
    const bakeries = list.list.slice(0, 40).filter(({ reasons }) => /industry is Bakery/i.test(reasons));
    expect(bakeries.length).toBe(40);
  });

  const maps = [{ column: 'Contract per year', field: 'customers.contract_value' }];

  function importSpreadsheet() {
    return journey.import({ 'customers.csv': spreadsheet(25) }, { maps });
  }
});

describe('the command line on 25 customers without prospects', () => {
  it('lists them as a back-check, and prints the search to type into a company database', async () => {
    await journey.import(
      { 'customers.csv': spreadsheet(25) },
      {
        maps: [{ column: 'Contract per year', field: 'customers.contract_value' }],
      },
    );
    await journey.draft();
    const ask = ['-w', journey.workspace.store.path, '--as-of', asOf];
    const text = (await runCli([...ask, 'list'])).stdout;
    expect(text).toContain('No prospects imported: 25 customers scored as a back-check.');
    expect(text).toMatch(
      /The search for prospects, to type into any company database:\n(?: {2}must .*\n)* {2}\+3 {5}industry is Bakery\n/,
    );
    expect(documentOf(await runCli([...ask, '--json', 'list']))).toMatchObject({
      scored: 'customers',
      search: { counts: expect.arrayContaining([expect.objectContaining({ words: 'industry is Bakery' })]) },
    });
  });

  it('7 are too few: it says so as an answer and offers a page from answers, which then lists', async () => {
    await journey.import({ 'customers.csv': spreadsheet(7) });
    const ask = ['-w', journey.workspace.store.path, '--as-of', asOf];
    const draft = await runCli([...ask, 'profile', 'draft']);
    expect([draft.status, draft.stderr]).toEqual([0, '']);
    expect(draft.stdout.replaceAll(/\s+/g, ' ')).toMatch(/8 are needed.*`bestfit profile new`/);
    const answers = 'customers: bakery\nsize: 3 to 50 employees\n';
    const made = await runCli([...ask, 'profile', 'new', '--answers', '-'], { input: answers });
    expect(made.status).toBe(0);
    expect(made.stdout).toContain('hypothesis');
    const listed = await runCli([...ask, 'list']);
    expect([listed.status, listed.stderr]).toEqual([0, '']);
  });
});

describe('people as customers', () => {
  it('go the same way: ranked, compared by what a person is, a page of kind person', async () => {
    const random = createRandom(5);
    const header = [
      'Customer ID',
      'Age',
      'Gender',
      'City',
      'Interests',
      'Orders',
      'Spend per year',
      'Customer since',
    ];
    const rows = Array.from({ length: 80 }, (_, i) => {
      const age = 18 + random.integer(55);
      const likes = random.next() < 0.4;
      const spend = Math.round((age >= 30 && age <= 45 ? 600 : 200) + 200 * random.next());
      return [
        `K${i + 1}`,
        age,
        random.next() < 0.5 ? 'female' : 'male',
        places[i % 3]!,
        likes ? 'hiking; cooking' : 'cooking',
        2 + random.integer(10),
        spend,
        `2024-0${1 + (i % 9)}-15`,
      ];
    });
    await journey.import(
      { 'people.csv': { text: csv([header, ...rows]), as: 'customers' } },
      { maps: [{ column: 'Spend per year', field: 'customers.contract_value' }] },
    );
    const found = await journey.patterns();
    const age = found.patterns.find(({ field }) => field === 'age');
    expect(age).toMatchObject({ verdict: 'supported', layer: 'demographic' });
    const draft = await journey.draft({ kind: 'person' });
    if (draft.kind !== 'draft') throw new Error(draft.kind);
    expect(draft.version.profile).toMatchObject({ kind: 'person', committee: [] });
    const { page } = await showProfile(journey.workspace, { profile: null, version: null, asOf });
    const text = renderText(page, style);
    expect(text).toMatch(/age \d+-\d+/);
    expect(text).not.toContain('Buying committee');
  });
});
