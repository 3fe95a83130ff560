import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { type Finding, type FindingKind, reportQuality } from './report-quality.ts';

const asOf = '2026-06-01';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

function csv(header: string, rows: readonly (readonly (string | number)[])[]): string {
  return `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

async function findings(kind: FindingKind, field?: string | null): Promise<readonly Finding[]> {
  const report = await reportQuality(workspace, { asOf });
  return report.findings.filter(
    (found) => found.kind === kind && (field === undefined || found.field === field),
  );
}

describe('the report', () => {
  it('counts rows and coverage of every field, and says where it comes from', async () => {
    await workspace.import({
      'accounts.csv': csv('Company,Industry,Employees', [
        ['Acme', 'retail', 10],
        ['Bolt', 'retail', ''],
        ['Cobra', 'finance', 30],
      ]),
    });
    const report = await reportQuality(workspace, { asOf });
    const accounts = report.tables.find(({ table }) => table === 'accounts');
    expect(accounts?.rows).toBe(3);
    expect(accounts?.fields.find(({ name }) => name === 'employees')).toMatchObject({
      coverage: { known: 2, of: 3 },
      range: { low: 10, high: 30 },
      known: 'before',
      knownBy: 'guessed',
      sources: ['accounts.csv'],
    });
    expect(accounts?.fields.find(({ name }) => name === 'industry')?.top).toEqual([
      { value: 'retail', count: 2 },
      { value: 'finance', count: 1 },
    ]);
    expect(report.sources).toMatchObject([
      { name: 'accounts.csv', as: 'accounts', rows: { in: 3, kept: 3 } },
    ]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('puts the most severe findings first', async () => {
    await workspace.import({
      'accounts.csv': csv('Company,Industry', [
        ...times(12, (i) => [`Acme ${i}`, 'technology']),
        ['Bolt', 'technolgy'],
        ['Bolt', 'retail'],
      ]),
    });
    const report = await reportQuality(workspace, { asOf });
    expect(report.findings.map(({ severity }) => severity)).toEqual(['high', 'medium']);
  });

  it('is refused in a workspace without data', async () => {
    await expect(reportQuality(workspace, { asOf })).rejects.toMatchObject({ code: 'store.no-data' });
  });
});

describe('values', () => {
  it('spellings of one value come with the command that merges them', async () => {
    const industries = [...times(9, () => 'technology'), 'technolgy', ...times(5, () => 'retail'), 'Retail.'];
    await workspace.import({
      'accounts.csv': csv(
        'Company,Industry',
        industries.map((industry, i) => [`Acme ${i}`, industry]),
      ),
    });
    const [found] = await findings('near-duplicates', 'industry');
    expect(found).toMatchObject({ count: 2, of: 16, severity: 'medium' });
    expect(found?.fix).toBe('bestfit field industry --merge "technolgy=technology" --merge "Retail.=retail"');
  });

  it('a rare misspelling is found among hundreds of values', async () => {
    const cities = [...times(300, (i) => `Quarter ${i}`), 'Barcelona', 'Barcelona', 'Barcelonna'];
    const rows = cities.flatMap((city, i) => [
      [`Acme ${i}`, city],
      [`Bolt ${i}`, city],
    ]);
    const odd = rows.filter(([, city]) => city !== 'Barcelonna');
    await workspace.import({
      'accounts.csv': csv('Company,Sales area', [...odd, ['Zeta', 'Barcelonna']]),
    });
    const found = await findings('near-duplicates', 'sales_area');
    expect(found[0]?.fix).toContain('"Barcelonna=Barcelona"');
  });

  it('words that stand for nothing come with the command that makes them unknown', async () => {
    await workspace.import({
      'accounts.csv': csv('Company,Industry', [
        ...times(8, (i) => [`Acme ${i}`, 'retail']),
        ['Bolt', 'Unknown'],
        ['Cobra', 'Unknown'],
      ]),
    });
    const [found] = await findings('disguised-blanks', 'industry');
    expect(found).toMatchObject({ count: 2, of: 10, fix: 'bestfit field industry --merge "Unknown="' });
  });
});

describe('a word that stands for nothing elsewhere', () => {
  const leads = (blank: string) =>
    csv('Company,Industry', [
      ...times(12, (i) => [`Acme ${i}`, i % 2 ? 'social' : 'email']),
      ...times(4, (i) => [`Bolt ${i}`, 'unknown']),
      ['Cobra', blank],
    ]);

  it('is a value with a name where the file also leaves cells empty', async () => {
    await workspace.import({ 'accounts.csv': leads('') });
    expect(await findings('disguised-blanks', 'industry')).toEqual([]);
  });

  it('is how the file leaves a cell empty where no cell is, whatever other files leave out', async () => {
    await workspace.import({
      'accounts.csv': leads('social'),
      'more.csv': 'Company,City\nZeta,Lugo\n',
    });
    expect(await findings('disguised-blanks', 'industry')).toMatchObject([{ count: 4, of: 17 }]);
  });
});

describe('bands', () => {
  it('that a spreadsheet took for dates come with the command that writes them back', async () => {
    const sizes = ['50-200', '50-200', 'May-20', '200+', 'unknowable', '50-200'];
    await workspace.import({
      'accounts.csv': csv(
        'Company,Stock',
        sizes.map((size, i) => [`Acme ${i}`, size]),
      ),
    });
    expect(await findings('spreadsheet-dates', 'stock')).toMatchObject([
      { count: 1, of: 6, fix: 'bestfit field stock --merge "May-20=5-20"' },
    ]);
  });
});

describe('dates and numbers', () => {
  it('days to come, placeholders and one day for many rows are suspicious', async () => {
    await workspace.import({
      'customers.csv': csv('Company,Contract value,Start date', [
        ...times(30, (i) => [`Acme ${i}`, 1000 + i, `2024-0${1 + (i % 9)}-1${i % 9}`]),
        ['Bolt', 1000, '2031-01-01'],
        ['Cobra', 1000, '1899-12-30'],
      ]),
    });
    const [found] = await findings('suspicious-dates', 'started_on');
    expect(found?.count).toBe(2);
    expect(found?.examples.join()).toMatch(/1899-12-30.*2031-01-01|2031-01-01.*1899-12-30/);
  });

  it('an open deal may close in the future, a closed one may not', async () => {
    const deals = (outcome: string) =>
      csv('Deal ID,Company,Outcome,Close date', [
        ...times(20, (i) => [`D${i}`, `Acme ${i}`, 'Won', `2025-0${1 + (i % 9)}-1${i % 9}`]),
        ['D20', 'Acme 1', outcome, '2026-09-01'],
      ]);
    await workspace.import({ 'deals.csv': deals('Open') });
    expect(await findings('suspicious-dates', 'closed_on')).toEqual([]);
    await workspace.import({ 'deals.csv': deals('Lost') });
    expect(await findings('suspicious-dates', 'closed_on')).toMatchObject([{ count: 1, of: 21 }]);
  });

  it('a number far from all others is an outlier, a wide spread of sizes is not', async () => {
    await workspace.import({
      'accounts.csv': csv('Company,Employees,Turnover k', [
        ...times(40, (i) => [`Acme ${i}`, 20 + i, Math.round(10 * 1.35 ** i)]),
        ['Bolt', 9_000_000, 500],
      ]),
    });
    expect(await findings('outliers')).toMatchObject([
      { field: 'employees', count: 1, of: 41, examples: ['`9,000,000` (1)'] },
    ]);
  });
});

describe('money', () => {
  it('sums without a currency come with the command that names it', async () => {
    await workspace.import({
      'customers.csv': csv(
        'Company,Contract value',
        times(5, (i) => [`Acme ${i}`, 1000 + i]),
      ),
    });
    expect(await findings('missing-currency', 'contract_value')).toMatchObject([
      { count: 5, of: 5, fix: 'bestfit field contract_value --currency CODE' },
    ]);
  });

  it('several currencies are counted, and sums without any beside them', async () => {
    await workspace.import({
      'customers.csv': csv('Company,Contract value', [
        ['Acme', '€1000'],
        ['Bolt', '€1200'],
        ['Cobra', '$900'],
        ['Delta', '800'],
      ]),
    });
    const mixed = await findings('mixed-currency', 'contract_value');
    const missing = await findings('missing-currency', 'contract_value');
    expect([...mixed, ...missing].map(({ kind, count }) => [kind, count])).toContainEqual([
      'mixed-currency',
      1,
    ]);
  });
});

describe('coverage', () => {
  it('a field known for customers but hardly for prospects cannot be searched', async () => {
    await workspace.import({
      'customers.csv': csv(
        'Company,Contract value',
        times(10, (i) => [`Acme ${i}`, 1000 + i]),
      ),
      'accounts.csv': csv('Company,Industry', [
        ...times(10, (i) => [`Acme ${i}`, i % 2 ? 'retail' : 'finance']),
        ...times(20, (i) => [`Bolt ${i}`, i === 0 ? 'retail' : '']),
      ]),
    });
    expect(await findings('not-searchable', 'industry')).toMatchObject([
      { count: 1, of: 20, severity: 'low' },
    ]);
  });

  it('a field that is always the same and one that nobody knows when are named', async () => {
    await workspace.import({
      'accounts.csv': csv(
        'Company,Country',
        times(12, (i) => [`Acme ${i}`, 'Spain']),
      ),
      'deals.csv': csv(
        'Deal ID,Company,Outcome,Happiness',
        times(12, (i) => [`D${i}`, `Acme ${i}`, i % 2 ? 'Won' : 'Lost', i % 4]),
      ),
    });
    expect(await findings('constant')).toMatchObject([{ field: 'country', count: 12 }]);
    expect(await findings('when-unknown')).toMatchObject([{ fix: 'bestfit field happiness --known before' }]);
  });

  it('an attribute that its own file knows well is not to be left out because others are about more rows', async () => {
    await workspace.import({
      'deals.csv': csv(
        'Deal ID,Company,Outcome',
        times(40, (i) => [`D${i}`, `Acme ${i}`, i % 2 ? 'Won' : 'Lost']),
      ),
      'more.csv': {
        text: csv('Deal ID,Hobby', [
          ['D0', 'chess'],
          ['D1', 'golf'],
          ['D2', 'golf'],
        ]),
        as: 'deals',
      },
    });
    expect(await findings('low-coverage', 'hobby')).toMatchObject([{ count: 3, of: 40, fix: null }]);
  });

  it('what is filled for won deals only was probably written down after the sale', async () => {
    await workspace.import({
      'deals.csv': csv(
        'Deal ID,Company,Outcome,Business type',
        times(20, (i) => [
          `D${i}`,
          `Acme ${i}`,
          i % 4 ? 'Open' : 'Won',
          i % 4 ? '' : (['a', 'b'][i % 8 ? 1 : 0] ?? ''),
        ]),
      ),
    });
    expect(await findings('when-unknown', 'business_type')).toMatchObject([
      {
        fix: 'bestfit field business_type --known after',
        examples: [
          '`business_type` is filled for 5 of 5 won deals and 0 of 15 others: probably written down after the sale',
        ],
      },
    ]);
  });

  it('a column without any value is named with its file', async () => {
    await workspace.import({
      'accounts.csv': csv(
        'Company,Industry,Fax',
        times(3, (i) => [`Acme ${i}`, 'retail', '']),
      ),
    });
    expect(await findings('empty')).toMatchObject([
      {
        source: 'accounts.csv',
        examples: ['`Fax`'],
        fix: 'bestfit import accounts.csv --map "Fax=-"',
      },
    ]);
  });

  it('an attribute that is always the same, or hardly known, comes with the command that leaves it out', async () => {
    const file = csv(
      'Company,Country,Flag,Hobby',
      times(12, (i) => [`Acme ${i}`, 'Spain', 'red', i < 2 ? 'chess' : '']),
    );
    await workspace.import({ 'accounts.csv': file });
    const fixes = async () => [
      ...(await findings('constant')).map(({ field, fix }) => [field, fix]),
      ...(await findings('low-coverage')).map(({ field, fix }) => [field, fix]),
    ];
    expect(await fixes()).toEqual([
      ['country', null],
      ['flag', 'bestfit import accounts.csv --map "Flag=-"'],
      ['hobby', 'bestfit import accounts.csv --map "Hobby=-"'],
    ]);
    const maps = ['Flag', 'Hobby'].map((column) => ({ column, field: '-' }));
    await workspace.import({ 'accounts.csv': file }, { maps });
    expect(await fixes()).toEqual([['country', null]]);
  });
});

describe('files', () => {
  it('rows set aside come with their reasons and the export that lists them', async () => {
    await workspace.import({
      'customers.csv': csv('Company,Contract value', [
        ...times(6, (i) => [`Acme ${i}`, 1000 + i]),
        ['Bolt', 'see contract'],
      ]),
    });
    const report = await reportQuality(workspace, { asOf });
    expect(report.quarantine).toMatchObject([
      { source: 'customers.csv', rows: 1, repeats: 0, first: [{ line: 8, value: 'see contract' }] },
    ]);
    expect(await findings('quarantined')).toMatchObject([
      { count: 1, of: 7, fix: 'bestfit export quarantine --to quarantine.csv' },
    ]);
  });

  it('repeated rows say whether they were set aside or kept', async () => {
    await workspace.import({
      'deals.csv': csv('Deal ID,Company,Outcome', [
        ['D1', 'Acme', 'Won'],
        ['D2', 'Bolt', 'Lost'],
        ['D1', 'Acme', 'Won'],
      ]),
      'touches.csv': {
        text: csv('Company,Channel,Happened on', [
          ['Acme', 'mail', '2026-01-01'],
          ['Acme', 'mail', '2026-01-01'],
        ]),
        as: 'touches',
      },
    });
    const found = await findings('duplicates', null);
    expect(
      found.map(({ source, count, message }) => [source, count, /set aside|kept/.exec(message)?.[0]]),
    ).toEqual([
      ['deals.csv', 1, 'set aside'],
      ['touches.csv', 1, 'kept'],
    ]);
  });

  it('accounts with one web domain are probably one company', async () => {
    await workspace.import({
      'accounts.csv': csv('Account ID,Company,Website', [
        ['1', 'Acme', 'acme.com'],
        ['2', 'Acme Iberia', 'https://www.acme.com/es'],
        ['3', 'Bolt', 'bolt.com'],
      ]),
    });
    expect(await findings('duplicates', 'domain')).toMatchObject([
      { count: 1, examples: ['`acme.com` (2)'] },
    ]);
  });

  it('a failed join names the nearest value and the command that makes it find it', async () => {
    await workspace.import({
      'deals.csv': csv('Deal ID,Company,Outcome,Product', [
        ...times(6, (i) => [`D${i}`, `Acme ${i}`, i % 2 ? 'Won' : 'Lost', 'GTX Pro']),
        ['D6', 'Acme 6', 'Won', 'GTXPro'],
      ]),
      'products.csv': { text: csv('Product,Series', [['GTX Pro', 'GTX']]), as: 'lookup', key: 'Product' },
    });
    const [found] = await findings('unmatched');
    expect(found).toMatchObject({ count: 1, of: 7, examples: ['`GTXPro` (1), nearest `GTX Pro`'] });
    expect(found?.fix).toBe('bestfit field product --merge "GTXPro=GTX Pro"');
  });

  it('a column whose place is not sure, or that reads two ways, comes with the command that settles it', async () => {
    const file = csv('Company,Industry,Employees,Founded on,Renewal', [
      ['Acme', 'retail', 'few', 1990, '03/04/2024'],
      ['Bolt', 'retail', 10, 1991, '05/06/2024'],
      ['Cobra', 'finance', 'many', 1992, '07/08/2024'],
      ['Delta', 'finance', 12, 1993, '01/02/2024'],
    ]);
    await workspace.import({ 'accounts.csv': file });
    const found = await findings('to-place');
    expect(found.map(({ fix }) => fix)).toEqual([
      'bestfit import accounts.csv --map "Employees=accounts.employees"',
      'bestfit import accounts.csv --map "Renewal=accounts.renewal"',
    ]);
  });

  it('the command that settles a column ends the question', async () => {
    const file = csv('Company,Industry,Start date', [
      ['Acme', 'retail', '03/04/2024'],
      ['Bolt', 'retail', '05/06/2024'],
    ]);
    await workspace.import({ 'customers.csv': { text: file, as: 'customers' } });
    const [asked] = await findings('to-place');
    const [column = '', to = ''] = /--map "(.*)"/.exec(asked?.fix ?? '')?.[1]?.split('=') ?? [];
    const maps = [{ column, field: to }];
    await workspace.import({ 'customers.csv': { text: file, as: 'customers' } }, { maps });
    expect(await findings('to-place')).toEqual([]);
  });
});

describe('fixes of numbers and dates', () => {
  it('an outlier comes with the range that leaves it out', async () => {
    await workspace.import({
      'accounts.csv': csv('Company,Employees', [
        ...times(30, (index) => [`Company ${index}`, 20 + index]),
        ['Typo', 5_000_000],
      ]),
    });
    const [found] = await findings('outliers', 'employees');
    const [, option = '', range = ''] = /(--between) (\S+)$/.exec(found?.fix ?? '') ?? [];
    expect(option).toBe('--between');
    const [low, high] = range.split('..');
    expect(low).toBe('');
    expect(Number(high)).toBeGreaterThanOrEqual(49);
    expect(Number(high)).toBeLessThan(5_000_000);
  });

  it('days that are hardly real come with the command that makes them unknown', async () => {
    await workspace.import({
      'customers.csv': csv('Company,Customer since', [
        ...times(12, (index) => [`Company ${index}`, `2024-02-${10 + index}`]),
        ['Old', '1900-01-01'],
        ['New', '2031-01-01'],
      ]),
    });
    const [found] = await findings('suspicious-dates', 'started_on');
    expect(found?.fix).toBe('bestfit field started_on --between ..2026-06-01 --unknown 1900-01-01');
  });

  it('a file in thousands beside one in units is found by its median', async () => {
    await workspace.import({
      'one.csv': csv(
        'Company,Revenue',
        times(30, (index) => [`Company ${index}`, `€${(40 + index) * 1000}`]),
      ),
      'two.csv': csv(
        'Company,Revenue',
        times(12, (index) => [`Firm ${index}`, `€${30 + index}`]),
      ),
    });
    const [found] = await findings('mixed-units', 'revenue');
    expect(found?.fix).toBe('bestfit field revenue --times 1000 --source two.csv');
  });

  it('files in one unit are not', async () => {
    await workspace.import({
      'one.csv': csv(
        'Company,Revenue',
        times(30, (index) => [`Company ${index}`, `€${(40 + index) * 1000}`]),
      ),
      'two.csv': csv(
        'Company,Revenue',
        times(12, (index) => [`Firm ${index}`, `€${(3 + index) * 1000}`]),
      ),
    });
    expect(await findings('mixed-units')).toEqual([]);
  });

  it('an industry that every row has misspelled is named with the word that was meant', async () => {
    await workspace.import({
      'accounts.csv': csv(
        'Company,Industry',
        times(12, (index) => [`Company ${index}`, index % 2 === 0 ? 'technolgy' : 'retail']),
      ),
    });
    const [found] = await findings('near-duplicates', 'industry');
    expect(found?.fix).toBe('bestfit field industry --merge "technolgy=technology"');
  });
});

describe('a column with a sure header', () => {
  it('of which most values cannot be read is a question of the import; a yes would refuse the file, so the command leaves it out', async () => {
    const file = csv('Company,Contract value,Start date', [
      ...times(18, (i) => [`Acme ${i}`, 1000 + i, '31/02/2025']),
      ['Bolt', 1000, '01/02/2025'],
      ['Cobra', 1000, '02/02/2025'],
    ]);
    const { files } = await workspace.import({ 'customers.csv': { text: file, as: 'customers' } });
    expect(files[0]?.rows).toMatchObject({ in: 20, kept: 20 });
    expect(files[0]?.asks).toMatchObject([
      { column: 'Start date', asks: expect.stringMatching(/^18 of its 20 values, such as `31\/02\/2025`/) },
    ]);
    expect(await findings('to-place')).toMatchObject([
      { fix: 'bestfit import customers.csv --map "Start date=-"' },
    ]);
    const again = { 'customers.csv': { text: file, as: 'customers' as const } };
    const yes = workspace.import(again, {
      maps: [{ column: 'Start date', field: 'customers.started_on' }],
    });
    await expect(yes).rejects.toMatchObject({ code: 'input.mostly-broken' });
    await workspace.import(again, { maps: [{ column: 'Start date', field: '-' }] });
    expect(await findings('to-place')).toEqual([]);
  });
});
