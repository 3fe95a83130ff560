import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliRun, documentOf, runCli } from './run-cli.ts';
import { zipOf } from './zip-of.ts';

let folder: string;
let next = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-cli-files-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of its own with files in it, and the command line run there on a workspace beside them. */
function place(files: Readonly<Record<string, string | Uint8Array>>) {
  next += 1;
  const cwd = join(folder, String(next));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return {
    run: (...args: readonly string[]) => runCli(['-w', 'workspace', ...args], { cwd }),
    json: async (...args: readonly string[]) =>
      documentOf(accepted(await runCli(['-w', 'workspace', '--json', ...args], { cwd }))) as Document,
    write: (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content),
  };
}

type Document = Readonly<Record<string, unknown>> & {
  readonly files: readonly {
    readonly name: string;
    readonly how: string;
    readonly path: string;
    readonly rows: object;
    readonly warnings: readonly string[];
    readonly found: { readonly fields: readonly object[] } | null;
  }[];
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly warnings: readonly string[];
  readonly absences: readonly object[];
};

function accepted(run: CliRun): CliRun {
  expect([run.status, run.stderr]).toEqual([0, '']);
  return run;
}

const accounts = 'Account ID,Company,City\nA1,Café Müller,Köln\nA2,Niño & Söhne,Málaga\nA3,Łódź €,Łódź\n';
const latin = 'Account ID,Company,City\nA1,Café Müller,Köln\nA2,Niño & Söhne,Málaga\nA3,“Preis” €,Wien\n';
const deals = 'Deal ID,Account ID,Outcome,Amount\nD1,A1,Won,100\nD2,A2,Lost,200\n';

describe('archives and folders on the command line', () => {
  it('a gzip is imported under the name of what is in it, and its text says where it stood', async () => {
    const { run } = place({ 'accounts.csv.gz': gzipSync(accounts) });
    const { stdout, status } = await run('import', 'accounts.csv.gz');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^accounts\.csv: accounts \(comma-separated, UTF-8;/);
    expect(stdout).toContain('3 rows = 3 kept + 0 set aside');
  });

  it('a ZIP gives a source for each table in it and says what it left out', async () => {
    const archive = zipOf([
      { name: 'crm/accounts.csv', content: accounts },
      { name: 'crm/deals.csv.gz', content: gzipSync(deals) },
      { name: 'crm/notes.pdf', content: 'x' },
    ]);
    const { json } = place({ 'export.zip': archive });
    const { files, tables, warnings } = await json('import', 'export.zip');
    expect(files.map(({ name, path }) => [name, path.replaceAll('\\', '/')])).toEqual([
      ['accounts.csv', 'export.zip/crm/accounts.csv'],
      ['deals.csv', 'export.zip/crm/deals.csv.gz'],
    ]);
    expect(tables).toEqual(
      expect.arrayContaining([
        { table: 'accounts', rows: 3 },
        { table: 'deals', rows: 2 },
      ]),
    );
    expect(warnings).toEqual(['`export.zip`: 1 file was not read: `crm/notes.pdf`.']);
  });

  it('a folder gives the same tables as its files named one by one', async () => {
    const named = place({ 'accounts.csv': accounts, 'deals.csv': deals });
    const within = place({ 'crm/accounts.csv': accounts, 'crm/deals/deals.csv': deals });
    const one = await named.json('import', 'accounts.csv', 'deals.csv');
    const other = await within.json('import', 'crm');
    expect([other.snapshot, other.tables]).toEqual([one.snapshot, one.tables]);
  });

  it('a bomb is refused with its size and what to do, and imports nothing', async () => {
    const { run } = place({ 'bomb.csv.gz': gzipSync(Buffer.alloc(101_000_000, 'a')) });
    const refused = await run('import', 'bomb.csv.gz');
    expect([refused.status, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toMatch(/bomb\.csv\.gz.*more than 200 times its size/);
    expect((await run('quality')).status).toBe(3);
  });
});

describe('encodings on the command line', () => {
  let plain: Document;

  beforeAll(async () => {
    plain = await place({ 'accounts.csv': accounts }).json('import', 'accounts.csv');
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${accounts}`, 'utf16le'), 'UTF-16'],
    ['UTF-16 without one', Buffer.from(accounts, 'utf16le'), 'UTF-16'],
    [
      'UTF-16, the large byte first',
      Buffer.from(`\ufeff${accounts}`, 'utf16le').swap16(),
      'UTF-16 (big-endian)',
    ],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${accounts}`), 'UTF-8'],
  ])('%s gives the same snapshot as UTF-8', async (_, bytes, encoding) => {
    const { json } = place({ 'accounts.csv': bytes });
    const read = await json('import', 'accounts.csv');
    expect(read.files[0]?.how).toBe(`comma-separated, ${encoding}`);
    expect(read.snapshot).toBe(plain.snapshot);
  });

  it('Windows-1252 is found, said with a line to look at, and keeps accents, quotes and the euro sign', async () => {
    const { run, json } = place({ 'accounts.csv': windows1252(latin) });
    const [read] = (await json('import', 'accounts.csv')).files;
    expect(read?.how).toBe('comma-separated, Windows-1252');
    expect(read?.warnings).toEqual([expect.stringContaining('see line 2')]);
    expect(await exported(run)).toContain('“Preis” €');
  });

  it('JSON in UTF-16 is read as JSON in UTF-8 is', async () => {
    const text = JSON.stringify([{ 'Account ID': 'A1', Company: 'Café Müller', City: 'Köln' }]);
    const narrow = await place({ 'accounts.json': text }).json('import', 'accounts.json');
    const wide = place({ 'accounts.json': Buffer.from(`\ufeff${text}`, 'utf16le') });
    const read = await wide.json('import', 'accounts.json');
    expect([read.files[0]?.how, read.snapshot]).toEqual(['JSON, UTF-16', narrow.snapshot]);
  });

  it('--encoding names one that cannot be found, for all files or for one of several', async () => {
    const mac = Buffer.concat([
      Buffer.from('Account ID,Company\nA1,Caf'),
      Buffer.from([0x8e]),
      Buffer.from('\n'),
    ]);
    const all = place({ 'accounts.csv': mac });
    expect((await all.json('import', 'accounts.csv', '--encoding', 'macintosh')).files[0]?.how).toBe(
      'comma-separated, macintosh',
    );
    expect(await exported(all.run)).toContain('Café');
    const one = place({ 'accounts.csv': mac, 'deals.csv': deals });
    const { files } = await one.json(
      'import',
      'accounts.csv',
      'deals.csv',
      '--encoding',
      'accounts.csv=macintosh',
    );
    expect(files.map(({ how }) => how)).toEqual(['comma-separated, macintosh', 'comma-separated, UTF-8']);
  });

  it('--encoding that is none, or for a file that is not there, is wrong usage', async () => {
    const { run } = place({ 'accounts.csv': accounts });
    for (const value of ['klingon', 'leads.csv=utf-8']) {
      const refused = await run('import', 'accounts.csv', '--encoding', value);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('--encoding');
    }
  });

  it('--encoding holds for the files in an archive too', async () => {
    const { json } = place({
      'export.zip': zipOf([{ name: 'accounts.csv', content: windows1252(latin) }]),
    });
    const { files } = await json('import', 'export.zip', '--encoding', 'windows-1252');
    expect(files[0]).toMatchObject({ how: 'comma-separated, Windows-1252', warnings: [] });
  });
});

async function exported(run: ReturnType<typeof place>['run']): Promise<string> {
  const to = join(folder, `${next}.csv`);
  const { status, stderr } = await run('export', 'accounts', '--to', to, '--force');
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(to, 'utf8');
}

function windows1252(text: string): Buffer {
  const marks: Readonly<Record<string, number>> = { '€': 0x80, '“': 0x93, '”': 0x94 };
  return Buffer.from([...text].map((letter) => marks[letter] ?? letter.charCodeAt(0)));
}

describe('what the command line is told of an import', () => {
  const leads = `Lead ID,First contact,Origin\n${Array.from(
    { length: 40 },
    (_, i) => `L${i},2025-0${1 + (i % 9)}-10,${i % 2 === 0 ? 'email' : 'fair'}\n`,
  ).join('')}`;
  const won = `Lead ID,Won on,Outcome\n${Array.from({ length: 8 }, (_, i) => `L${i * 5},2025-10-01,Won\n`).join('')}`;

  it('--absent of import says what a lead without a deal is, is kept, and field --absent changes it', async () => {
    const { json, run } = place({ 'leads.csv': leads, 'won.csv': won });
    const asked = await run(
      'import',
      'leads.csv',
      'won.csv',
      '--as',
      'leads.csv=deals',
      '--as',
      'won.csv=deals',
    );
    expect(asked.stdout).toContain('--absent');
    const told = await json('import', 'leads.csv', 'won.csv', '--absent', 'lost');
    expect(told.absences).toEqual([
      expect.objectContaining({ source: 'leads.csv', means: { kind: 'lost' } }),
    ]);
    const again = await json('import', 'leads.csv', 'won.csv');
    expect(again.absences).toEqual(told.absences);
    const changed = await run('field', 'outcome', '--absent', 'open');
    expect([changed.status, changed.stdout]).toEqual([0, expect.stringMatching(/open/)]);
  });

  it.each([['maybe'], ['lost-after:soon'], ['lost-after:-3'], ['nowhere.csv=lost']])(
    '--absent %s is wrong usage',
    async (value) => {
      const { run } = place({ 'leads.csv': leads, 'won.csv': won });
      const refused = await run('import', 'leads.csv', 'won.csv', '--absent', value);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('--absent');
    },
  );

  it('--since of discover counts only the deals from that day on', async () => {
    const many = Array.from({ length: 120 }, (_, i) => {
      const year = i < 60 ? 2023 : 2025;
      return `D${i},A${i},${i % 3 === 0 ? 'Won' : 'Lost'},${year}-0${1 + (i % 9)}-15,${i % 2 === 0 ? 'fair' : 'web'}`;
    });
    const { json, run } = place({
      'deals.csv': `Deal ID,Account ID,Outcome,Created on,Origin\n${many.join('\n')}\n`,
    });
    await json('import', 'deals.csv', '--as', 'deals');
    const quick = ['--permutations', '99', '--as-of', '2026-01-01'];
    const all = await json('discover', ...quick);
    const since = await json('discover', ...quick, '--since', '2025-01-01');
    expect([all.customers, since.customers]).toEqual([
      { n: 120, best: 40 },
      { n: 60, best: 20 },
    ]);
    expect(since.warnings).toEqual([
      'Only deals that began since 2025-01-01 are compared: 60 of 120 are left out.',
    ]);
    const refused = await run('discover', '--since', 'January');
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });

  it('--signals off leaves out what a field changed between two dated imports, on brings it back', async () => {
    const list = (status: string) =>
      `Account ID,Company,Status\n${Array.from({ length: 12 }, (_, i) => `A${i},Firm ${i},${i === 0 ? status : 'Active'}`).join('\n')}\n`;
    const { json, run, write } = place({ 'list.csv': list('Active') });
    await json('import', 'list.csv', '--as', 'accounts', '--observed-on', '2026-05-01');
    write('list.csv', list('Acquired'));
    const { files, tables } = await json('import', 'list.csv', '--observed-on', '2026-07-01');
    expect(files[0]?.found?.fields).toMatchObject([{ field: 'status', rows: 1, left: null }]);
    expect(tables).toContainEqual({ table: 'signals', rows: 1 });
    const off = await run('field', 'status', '--signals', 'off');
    expect(off.status).toBe(0);
    const then = await json('import', 'list.csv', '--observed-on', '2026-07-01');
    expect(then.files[0]?.found?.fields).toMatchObject([{ field: 'status', rows: 1, left: 'switched off' }]);
    expect(then.tables.map(({ table }) => table)).not.toContain('signals');
    await json('field', 'status', '--signals', 'on');
    const back = await json('import', 'list.csv', '--observed-on', '2026-07-01');
    expect(back.tables).toContainEqual({ table: 'signals', rows: 1 });
    const refused = await run('field', 'status', '--signals', 'maybe');
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });
});
