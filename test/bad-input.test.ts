import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyProfile } from '../src/app/apply-profile.ts';
import { rankValue } from '../src/app/rank-value.ts';
import { BestfitError } from '../src/base/errors/index.ts';
import { discoverText } from '../src/faces/cli/render/discover-text.ts';
import { valueText } from '../src/faces/cli/render/value-text.ts';
import { asOf, at, csv, Journey, type JourneyFile } from './journey.ts';
import { runCli } from './run-cli.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const header = ['id', 'name', 'industry', 'employees', 'contract value', 'start date'];

/** Rows of customers; `change` spoils some. */
function customers(
  n: number,
  change: (row: (string | number | null)[], i: number) => void = () => undefined,
) {
  return Array.from({ length: n }, (_, i) => {
    const row: (string | number | null)[] = [
      `C${i + 1}`,
      `Firm ${i + 1}`,
      ['bakery', 'mill', 'dairy'][i % 3] as string,
      5 + i,
      1000 * (i + 1),
      `${10 + (i % 18)}/02/2025`,
    ];
    change(row, i);
    return row;
  });
}

const table = (rows: readonly (readonly (string | number | null)[])[]) => csv([header, ...rows]);
const good = () => table(customers(12));

/** How a command refuses: what people read, and the exit code. */
async function refusalOf(work: Promise<unknown>): Promise<BestfitError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BestfitError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

describe('a file that is no table of rows is refused, and the workspace stays as it was', () => {
  const refusals: readonly (readonly [string, JourneyFile, readonly string[]])[] = [
    ['an empty file', { text: '' }, ['bad.csv', 'empty', 'Export the table again']],
    [
      'a header only',
      { text: 'id,name,city\n' },
      ['bad.csv', '3 columns', 'no row below it', 'at least one row'],
    ],
    [
      'two columns of one name',
      { text: 'id,Name,city,name\n1,a,b,c\n' },
      ['bad.csv', '`Name`, `name`', 'a name of its own in the first line'],
    ],
    [
      'rows most of which have other widths',
      { text: table(customers(12, (row, i) => i > 1 && row.splice(2))) },
      ['bad.csv', '10 of 12 rows', 'line 4: 2 cells where the table has 6', '--delimiter'],
    ],
    [
      'a delimiter that is not that of the file',
      { text: good().replaceAll(',', ';'), delimiter: ',' },
      ['bad.csv', 'single column', 'separated by `;`', '--delimiter ";"'],
    ],
    [
      'a workbook that is named .csv',
      { text: Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]) },
      ['bad.csv', 'Excel workbook (.xlsx)', 'save it as CSV'],
    ],
    [
      'bytes that are named .csv',
      { text: Uint8Array.from({ length: 600 }, (_, i) => (i * 7) % 256) },
      ['bad.csv', 'no text file', 'save it as CSV'],
    ],
    [
      'a quotation mark that is never closed',
      { text: 'id,name,city\n1,a,b\n2,"b,c\n3,d,e\n' },
      ['bad.csv', 'line 3', 'never closed', 'Close or remove the quotation mark on line 3'],
    ],
    [
      'UTF-8 with a broken header',
      { text: Buffer.concat([Buffer.from('id,na\xffme\n', 'latin1'), Buffer.from('1,Café\n2,Málaga\n')]) },
      ['bad.csv', 'header, line 1', '--encoding windows-1252'],
    ],
    [
      'a file that is not there',
      { path: '/no/such/folder/bad.csv' },
      ['bad.csv', 'no file', 'Check the path'],
    ],
  ];

  it.each(refusals)('%s', async (_, file, said) => {
    await journey.import({ 'customers.csv': good() });
    const before = await journey.committed();
    const error = await refusalOf(journey.import({ 'bad.csv': file, 'more.csv': good() }));
    expect(error.exit).toBe(3);
    for (const words of said) expect(`${error.message} ${error.remedy}`).toContain(words);
    expect(await journey.committed()).toEqual(before);
  });
});

describe('a value that does not fit sets its row aside, named by line, column and reason', () => {
  const spoilt = [
    { what: 'a day that is none', column: 5, value: '31/02/2025', reason: /no such date/ },
    { what: 'words in a column of sums', column: 4, value: 'a lot', reason: /not a sum of money/ },
    { what: 'words in a column of numbers', column: 3, value: 'many', reason: /not a (?:whole )?number/ },
  ] as const;

  it.each(spoilt)('$what', async ({ column, value, reason }) => {
    const rows = customers(30, (row, i) => {
      if (i === 6 || i === 20) row[column] = value;
    });
    const { files } = await journey.import({ 'customers.csv': table(rows) });
    expect(files[0]?.rows).toEqual({ in: 30, kept: 28, quarantined: 2 });
    expect(files[0]?.quarantine.total).toBe(2);
    expect(files[0]?.quarantine.first).toEqual(
      [8, 22].map((line) => ({ line, column: header[column], value, reason: expect.stringMatching(reason) })),
    );
  });

  it('a row with too few or too many cells', async () => {
    const rows = customers(30, (row, i) => {
      if (i === 3) row.splice(4);
      if (i === 9) row.push('more', 'and more');
    });
    const { files } = await journey.import({ 'customers.csv': table(rows) });
    expect(files[0]?.rows).toEqual({ in: 30, kept: 28, quarantined: 2 });
    expect(files[0]?.quarantine.first.map(({ line, reason }) => [line, reason])).toEqual([
      [5, '4 cells where the table has 6'],
      [11, '8 cells where the table has 6'],
    ]);
  });

  it('and the corrected file brings it back', async () => {
    const rows = customers(12, (row, i) => {
      if (i === 4) row[5] = '30/02/2025';
    });
    await journey.import({ 'customers.csv': table(rows) });
    const { files, tables } = await journey.import({ 'customers.csv': good() });
    expect(files[0]?.rows).toEqual({ in: 12, kept: 12, quarantined: 0 });
    expect(tables).toContainEqual({ table: 'customers', rows: 12 });
  });
});

describe('a column that holds nothing', () => {
  it('is left out, and the import says so', async () => {
    const rows = customers(12, (row) => {
      row[2] = null;
    });
    const { files } = await journey.import({ 'customers.csv': table(rows) });
    expect(files[0]?.mapping.columns.find(({ column }) => column === 'industry')).toMatchObject({
      ignored: true,
      why: 'it is empty',
    });
    expect(files[0]?.rows).toEqual({ in: 12, kept: 12, quarantined: 0 });
  });
});

describe('data that are too little are an answer, not an error', () => {
  const style = { color: false, width: 100 };
  const value = () => rankValue(journey.workspace, { asOf, at, weights: {}, last: null, seed: null });
  const words = (text: string) => text.replaceAll(/\s+/g, ' ');

  it('fewer than 8 customers: says how many are needed and offers a page from answers', async () => {
    await journey.import({ 'customers.csv': table(customers(7)) });
    expect(await value()).toMatchObject({ kind: 'too-few-customers', needed: 8, found: 7 });
    const outcome = await journey.discover();
    expect(outcome).toMatchObject({ kind: 'too-few-customers', needed: 8, found: 7 });
    for (const text of [valueText(await value(), style, 20), discoverText(outcome, style)]) {
      expect(words(text)).toMatch(/7 customers .*8 are needed/);
      expect(text).toContain('bestfit profile new');
    }
    expect(await journey.draft()).toMatchObject({ kind: 'too-few-customers' });
    expect(await journey.workspace.store.profiles()).toEqual([]);
  });

  it('all customers equal: says what is the same and what would tell them apart', async () => {
    const rows = customers(20, (row) => {
      row[4] = 1000;
      row[5] = '01/02/2025';
    });
    await journey.import({ 'customers.csv': table(rows) });
    expect(await value()).toMatchObject({ kind: 'no-components' });
    const outcome = await journey.discover();
    expect(outcome).toMatchObject({ kind: 'no-components' });
    for (const text of [valueText(await value(), style, 20), discoverText(outcome, style)]) {
      expect(words(text)).toContain('contract value: it is the same for all 20 customers');
      expect(words(text)).toContain('Needed is one figure that differs between customers');
      expect(text).toContain('bestfit profile new');
    }
  });

  it('customers in two heaps of equal value: says that no line can be drawn', async () => {
    const rows = customers(20, (row, i) => {
      row[4] = i < 11 ? 1000 : 2000;
      row[5] = '01/02/2025';
    });
    await journey.import({ 'customers.csv': table(rows) });
    expect(await journey.discover()).toMatchObject({ kind: 'no-line', ranked: 20 });
    expect(words(valueText(await value(), style, 20))).toContain('9 of 20');
  });

  it('every field constant: finds nothing, says why, and drafts a page without points', async () => {
    const rows = customers(20, (row) => {
      row[2] = 'bakery';
      row[3] = 5;
    });
    await journey.import({ 'customers.csv': table(rows) });
    const outcome = await journey.patterns();
    expect(outcome.patterns).toEqual([]);
    expect(outcome.warnings.join(' ')).toContain('2 of 2 fields have nothing to compare: one value only');
    expect(discoverText(outcome, style)).toContain('No supported trait');
    const draft = await journey.draft();
    if (draft.kind !== 'draft') throw new Error('no draft');
    expect(draft.version.profile).toMatchObject({ status: 'hypothesis', fit: [], timing: [] });
    expect(draft.findings.map(({ rule }) => rule)).toContain('no-fit');
    expect(draft.version.profile.questions[0]).toContain('nothing that the best 7 of 20 customers share');
  });
});

describe('a page that cannot be used is refused, and the published one stays', () => {
  const apply = (text: string) =>
    applyProfile(journey.workspace, { text, asOf, at, by: 'test', why: null, force: false });

  beforeEach(async () => {
    const prospects = customers(40).map((row) => [`P${row[0]}`, ...row.slice(1, 4)]);
    await journey.import({
      'customers.csv': good(),
      'prospects.csv': csv([header.slice(0, 4), ...prospects]),
    });
    await apply(
      'profile: Test\nfit:\n  firmographic:\n    - { field: industry, any: [bakery], points: 3 }\n',
    );
  });

  const refusals: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'an unknown key',
      'profile: Test\nfitt:\n  firmographic: []\n',
      ['line 2', 'unknown key `fitt`', 'did you mean `fit`?'],
    ],
    [
      'an unknown field',
      'profile: Test\nfit:\n  firmographic:\n    - { field: emploees, min: 3, points: 3 }\n',
      ['fit.firmographic[0]', 'field `emploees`', 'Did you mean `employees`?'],
    ],
    [
      'a range that is upside down',
      'profile: Test\nfit:\n  firmographic:\n    - { field: employees, between: [15, 3], points: 3 }\n',
      ['line 4', 'fit.firmographic[0].between', '`[15, 3]`', 'did you mean `[3, 15]`?'],
    ],
    [
      'points out of range',
      'profile: Test\nfit:\n  firmographic:\n    - { field: employees, min: 3, points: 30 }\n',
      ['line 4', 'fit.firmographic[0].points', '-5..5'],
    ],
    [
      'tiers that do not fall',
      'profile: Test\nfit:\n  firmographic:\n    - { field: employees, min: 3, points: 3 }\ntiers: { A: 1, B: 2, C: 3 }\n',
      ['line 5', 'tiers', 'must fall from A to C'],
    ],
    [
      'a tool that no source looked for',
      'profile: Test\nfit:\n  technographic:\n    - { uses: { category: scheduling }, points: 2 }\n',
      ['fit.technographic[0]', '`scheduling`', '--force'],
    ],
    [
      'a field that is known for customers only',
      'profile: Test\nfit:\n  firmographic:\n    - { field: contract_value, min: 3000, points: 3 }\n',
      ['fit.firmographic[0]', '`contract_value`', '--force'],
    ],
    [
      'several mistakes at once, all of them named',
      'profile: Test\nfit:\n  firmographic:\n    - { field: employees, betwen: [1, 3], points: 3 }\n    - { field: employees, min: x, points: 3 }\n',
      ['line 4', 'line 5', 'did you mean `between`?'],
    ],
    ['what is no document', 'profile: [\n', ['line 2', 'the document']],
  ];

  it.each(refusals)('%s', async (_, text, said) => {
    const before = await journey.workspace.store.profiles();
    const error = await refusalOf(apply(text));
    expect(error.exit).toBe(3);
    for (const words of said) expect(`${error.message} ${error.remedy}`).toContain(words);
    expect(await journey.workspace.store.profiles()).toEqual(before);
  });

  it('a window on a field of words', async () => {
    const text = 'profile: Test\nfit:\n  firmographic:\n    - { field: industry, min: 3, points: 3 }\n';
    const error = await refusalOf(apply(text));
    expect([error.code, error.exit]).toEqual(['profile.unsearchable', 3]);
    expect(error.message).toContain('fit.firmographic[0]');
  });

  it('with --force a page may ask for what nobody knows yet', async () => {
    const text =
      'profile: Test\nfit:\n  technographic:\n    - { uses: { category: scheduling }, points: 2 }\n';
    const applied = await applyProfile(journey.workspace, {
      text,
      asOf,
      at,
      by: 'test',
      why: null,
      force: true,
    });
    expect(applied.version.version).toBe(2);
    const list = await journey.list();
    expect(list.needsData).toBe(list.accounts);
  });
});

describe('the command line', () => {
  it('ends with 3 on refused input, says it on stderr and leaves no trace in a workspace', async () => {
    const workspace = journey.workspace.store.path;
    const before = await journey.committed();
    const { status, stdout, stderr } = await runCli(['-w', workspace, 'import', '/no/such/file.csv']);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      'There is no file at `/no/such/file.csv`.\nCheck the path and run the command again.\n',
    );
    expect(await journey.committed()).toEqual(before);
  });

  it('ends with 3 on a page or answers that cannot be read, naming the line', async () => {
    const page = await runCli(['-w', journey.workspace.store.path, 'profile', 'apply', '-'], {
      input: 'profile: Test\nfit: [\n',
    });
    expect([page.status, page.stdout]).toEqual([3, '']);
    expect(page.stderr).toContain('line 3');
    const answers = await runCli(['-w', journey.workspace.store.path, 'profile', 'new', '--answers', '-'], {
      input: 'offer: [x\n',
    });
    expect([answers.status, answers.stdout]).toEqual([3, '']);
    expect(answers.stderr).toMatch(/line \d/);
  });

  it('refuses bytes as a page without printing them', async () => {
    const bytes = await runCli(['-w', journey.workspace.store.path, 'profile', 'apply', '-'], {
      input: 'PK\u0003\u0004\u0000\u0000\u0007\u0000',
    });
    expect([bytes.status, bytes.stdout]).toEqual([3, '']);
    expect(bytes.stderr).not.toContain(String.fromCharCode(3));
  });
});
