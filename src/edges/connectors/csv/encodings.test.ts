import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRequest } from '../../../../test/file-request.ts';
import { asc, column, type Engine, numberedParquet, parquet, select } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from '../../engines/duckdb/index.ts';
import { csvConnector } from './csv-connector.ts';
import { decodeWindows1252 } from './decode-windows-1252.ts';
import { Utf8Watch } from './utf8-watch.ts';

let folder: string;
let engine: Engine;
let next = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-encodings-'));
  engine = await createDuckDbEngine({ tempDirectory: join(folder, 'spill') });
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function stage(content: Uint8Array | string, said: { delimiter?: string; encoding?: string } = {}) {
  next += 1;
  const path = join(folder, `${next}.csv`);
  await writeFile(path, content);
  return csvConnector.stage(engine, fileRequest(path, `${path}.parquet`, said));
}

async function cells(staged: Awaited<ReturnType<typeof stage>>) {
  const columns = staged.columns.map((name) => column(name));
  const from = numberedParquet(staged.path, { rowNumber: '__row' });
  const rows = await engine.rows(select({ columns, from, orderBy: [asc(column('__row'))] }));
  return rows.map((row) => staged.columns.map((name) => row[name]));
}

const words = [
  ['Cigüeña S.A.', 'Málaga', '€ 5 «señor»'],
  ['Müller & Söhne', 'Köln', 'Straße – “groß”'],
  ['Hôtel Œuvre', 'Besançon', 'l’été…'],
];
const text = `firm;città;note\r\n${words.map((row) => row.join(';')).join('\r\n')}\r\n`;
const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();

/** Windows-1252, character by character, by the reader's own table turned round. */
function windows1252(of: string): Buffer {
  const all = Array.from({ length: 256 }, (_, byte) => decodeWindows1252(Buffer.from([byte])));
  return Buffer.from([...of].map((character) => all.indexOf(character)));
}

describe('accented text comes out right', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['UTF-16 (big-endian)', swap(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16 (big-endian)', swap(Buffer.from(text, 'utf16le'))],
    ['Windows-1252', windows1252(text)],
  ];

  it.each(files)('from %s', async (encoding, content) => {
    const staged = await stage(content);
    expect(staged.how).toBe(`semicolon-separated, ${encoding}`);
    expect(staged.headers).toEqual(['firm', 'città', 'note']);
    expect(await cells(staged)).toEqual(words);
    expect(await staged.lineOf([3])).toEqual([4]);
    expect(staged.warnings).toHaveLength(encoding === 'Windows-1252' ? 1 : 0);
  });

  it('from the encoding that the user names, whatever it looks like', async () => {
    const macintosh = Buffer.from('name,city\nCaf\x8e,M\x87laga\n', 'latin1');
    expect(await cells(await stage(macintosh, { encoding: 'macintosh' }))).toEqual([['Café', 'Málaga']]);
    expect(await cells(await stage('name,city\nCafé,Rome\n', { encoding: 'latin1' }))).toEqual([
      ['CafÃ©', 'Rome'],
    ]);
    const marked = swap(Buffer.from('\uFEFFname,city\nCafé,Rome\n', 'utf16le'));
    expect(await cells(await stage(marked, { encoding: 'utf-16' }))).toEqual([['Café', 'Rome']]);
  });

  it('in chunks of every size', async () => {
    const long = `name,city\n${'Ж€é,😀\n'.repeat(300_000)}`;
    const staged = await stage(Buffer.from(long, 'utf16le'), { encoding: 'utf-16le' });
    expect(staged).toMatchObject({ rows: 300_000, warnings: [] });
    const columns = [column('c1'), column('c2')];
    const kinds = await engine.rows(select({ columns, distinct: true, from: parquet(staged.path) }));
    expect(kinds).toEqual([{ c1: 'Ж€é', c2: '😀' }]);
  });
});

it('the middle of Windows-1252 has the signs of its table', () => {
  const bytes = Buffer.from([0x80, 0x8a, 0x92, 0x93, 0x94, 0x96, 0x9c, 0x9f, 0xe9, 0x81]);
  expect(decodeWindows1252(bytes)).toBe('€Š’“”–œŸé\u0081');
});

describe('text that is not UTF-8 throughout', () => {
  it('is Windows-1252 when its odd bytes are no characters, and the line is named', async () => {
    const { how, warnings } = await stage(Buffer.from('name,city\nAcme,Rome\nCaf\xe9,Paris\n', 'latin1'));
    expect(how).toBe('comma-separated, Windows-1252');
    expect(warnings).toEqual([expect.stringMatching(/Windows-1252: see line 3\..*--encoding/)]);
  });

  it('is UTF-8 with broken lines when most are: those are set aside with line and reason', async () => {
    const good = (n: number) => Buffer.from(`Café ${n},Málaga\n`);
    const bad = Buffer.from('"two\nlines",ok\nCaf\xe9,Paris\n', 'latin1');
    const staged = await stage(Buffer.concat([Buffer.from('name,city\n'), good(1), bad, good(2)]));
    expect(staged).toMatchObject({ rows: 3, rejectedTotal: 1, how: 'comma-separated, UTF-8', warnings: [] });
    expect(staged.rejected).toMatchObject([{ line: 5, reason: 'a character that is not UTF-8' }]);
    expect(await cells(staged)).toEqual([
      ['Café 1', 'Málaga'],
      ['two\nlines', 'ok'],
      ['Café 2', 'Málaga'],
    ]);
    expect(await staged.lineOf([1, 2, 3])).toEqual([2, 3, 6]);
  });

  it('is UTF-8 where a byte order mark says so', async () => {
    const staged = await stage(Buffer.from('\xef\xbb\xbfname,city\nCaf\xe9,Paris\nAcme,Rome\n', 'latin1'));
    expect(staged).toMatchObject({ rows: 1, rejectedTotal: 1, how: 'comma-separated, UTF-8' });
    expect(await staged.lineOf([1])).toEqual([3]);
  });

  it('says so when UTF-16 breaks off in the middle of a character', async () => {
    const whole = Buffer.from('\uFEFFname,city\nAcme,Rome\nBeta,Bonn', 'utf16le');
    const staged = await stage(whole.subarray(0, -1));
    expect(await cells(staged)).toEqual([
      ['Acme', 'Rome'],
      ['Beta', 'Bon\ufffd'],
    ]);
    expect(staged.warnings).toEqual([expect.stringContaining('1 character is no UTF-16')]);
  });

  it('is refused when it has NUL characters or a name nobody knows', async () => {
    const nul = Buffer.from('\uFEFFname,city\nAc\0me,Rome\n', 'utf16le');
    await expect(stage(nul)).rejects.toMatchObject({ code: 'input.binary' });
    await expect(stage('a,b\n1,2\n', { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'usage.bad-option',
      params: { option: '--encoding', value: 'klingon' },
    });
    await expect(stage(Buffer.from('\uFEFF \n', 'utf16le'))).rejects.toMatchObject({
      code: 'input.file-empty',
    });
  });

  it('has its refusals under the name of the file', async () => {
    const twice = Buffer.from('\uFEFFname,city,name\na,b,c\n', 'utf16le');
    await expect(stage(twice)).rejects.toMatchObject({
      code: 'input.duplicate-headers',
      params: { file: expect.stringMatching(/\d\.csv$/) },
    });
  });
});

describe('spreadsheet habits', () => {
  it('a first line that names the delimiter is followed and left out', async () => {
    const staged = await stage('sep=;\r\nname;city\r\nAcme, Inc;Rome\r\nBeta;Bonn\r\n');
    expect(staged).toMatchObject({
      headers: ['name', 'city'],
      how: 'semicolon-separated, UTF-8',
      warnings: [],
    });
    expect(await cells(staged)).toEqual([
      ['Acme, Inc', 'Rome'],
      ['Beta', 'Bonn'],
    ]);
    expect(await staged.lineOf([1, 2])).toEqual([3, 4]);
  });

  it('line ends of old Macs end lines', async () => {
    const staged = await stage('name,city\rAcme,Rome\rBeta,"a\rb"\rGamma,Bonn\r');
    expect(await cells(staged)).toEqual([
      ['Acme', 'Rome'],
      ['Beta', 'a\rb'],
      ['Gamma', 'Bonn'],
    ]);
    expect(await staged.lineOf([1, 2, 3])).toEqual([2, 3, 5]);
  });

  it.each(['|', '^', '~', ':', '#', '\t'])(
    'cells may be separated by %j when that is named',
    async (delimiter) => {
      const staged = await stage(`name${delimiter}city\nAcme${delimiter}Rome\n`, { delimiter });
      expect(await cells(staged)).toEqual([['Acme', 'Rome']]);
    },
  );

  it.each(['||', '', '"', 'a', '\n', '§'])('but not by %j', async (delimiter) => {
    await expect(stage('name,city\nAcme,Rome\n', { delimiter })).rejects.toMatchObject({
      code: 'usage.bad-option',
      exit: 2,
    });
  });
});

describe('bytes followed as UTF-8', () => {
  const faultsOf = (bytes: Uint8Array) => {
    const watch = new Utf8Watch();
    for (const byte of bytes) watch.step(byte);
    watch.end();
    return watch.faults;
  };
  const awkward = fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe0, 0xed, 0xa0, 0xf0, 0xf4, 0x90, 0xff));

  it('have a fault exactly where a strict decoder refuses them', () => {
    fc.assert(
      fc.property(fc.oneof(awkward, fc.array(fc.nat(255))), (bytes) => {
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
        } catch {
          valid = false;
        }
        expect(faultsOf(Uint8Array.from(bytes)) === 0).toBe(valid);
      }),
    );
  });

  it('have their characters of several bytes counted', () => {
    const watch = new Utf8Watch();
    for (const byte of Buffer.from('aé€😀')) watch.step(byte);
    expect(watch.sequences).toBe(3);
  });
});
