import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asc,
  type Cell,
  type CsvOptions,
  column,
  type Engine,
  numberedParquet,
  parquet,
  select,
} from '../../../base/sql/index.ts';
import { createDuckDbEngine } from './engine.ts';

let engine: Engine;
let folder: string;

beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 1024, threads: 2 });
  folder = await mkdtemp(join(tmpdir(), 'stage-csv-'));
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const usual: CsvOptions = {
  delimiter: ',',
  quote: '"',
  escape: '"',
  header: true,
  skip: 0,
  names: ['a', 'b', 'c'],
};

async function stage(content: string | Buffer, options: Partial<CsvOptions> = {}) {
  const path = join(folder, 'file.csv');
  const to = join(folder, 'staged.parquet');
  await writeFile(path, content);
  const given = { ...usual, ...options };
  const staged = await (await engine.openCsv(path, given)).stage(to);
  const columns = [...given.names, '__row'].map((name) => column(name));
  const rows = await engine.rows(
    select({ columns, from: numberedParquet(to, { rowNumber: '__row' }), orderBy: [asc(column('__row'))] }),
  );
  const cells = rows.map((row) => given.names.map((name) => row[name] ?? null));
  expect(rows.map((row) => row.__row)).toEqual(rows.map((_, index) => index + 1));
  expect(staged.rows).toBe(rows.length);
  return { ...staged, cells };
}

describe('staging a delimited text file', () => {
  it('sets ragged rows aside with line, reason and text, and pads nothing', async () => {
    const { cells, rejected, rejectedTotal } = await stage('a,b,c\n1,2,3\n1,2\n\n4,5,6,7,8\n8,9,10\n');
    expect(cells).toEqual([
      ['1', '2', '3'],
      ['8', '9', '10'],
    ]);
    expect(rejected).toEqual([
      { line: 3, reason: '2 cells where the table has 3', text: '1,2' },
      { line: 5, reason: '5 cells where the table has 3', text: '4,5,6,7,8' },
    ]);
    expect(rejectedTotal).toBe(2);
  });

  it('names the line in the file below cells that carry several lines', async () => {
    const { cells, rejected } = await stage(
      'a,b,c\r\n"1\r\n2",x,y\r\n"3\r\n4\r\n5",y,z,!\r\n6,7\r\n8,9,10\r\n',
    );
    expect(cells).toEqual([
      ['1\r\n2', 'x', 'y'],
      ['8', '9', '10'],
    ]);
    expect(rejected.map(({ line }) => line)).toEqual([4, 7]);
  });

  it('reads empty cells as null, quoted or not, and keeps spaces and the word NULL', async () => {
    const { cells } = await stage('a,b,c\n,"",x\n" ",NULL,null\n');
    expect(cells).toEqual([
      [null, null, 'x'],
      [' ', 'NULL', 'null'],
    ]);
  });

  it('passes blank lines and lines of spaces', async () => {
    const { cells, rejectedTotal } = await stage('a,b,c\n\n1,2,3\n   \n\t\n4,5,6\n\n');
    expect(cells).toHaveLength(2);
    expect(rejectedTotal).toBe(0);
  });

  it('keeps a row of empty cells', async () => {
    expect((await stage('a,b,c\n,,\n')).cells).toEqual([[null, null, null]]);
  });

  it('reads a single column, where a blank line is no row but an empty quoted cell is', async () => {
    const { cells } = await stage('a\n1\n\n""\n2\n', { names: ['a'] });
    expect(cells).toEqual([['1'], [null], ['2']]);
  });

  it.each([
    ['a byte order mark', '\ufeffa,b,c\n1,2,3\n', {}],
    ['Windows line ends', 'a,b,c\r\n1,2,3\r\n', {}],
    ['old Mac line ends', 'a,b,c\r1,2,3\r', {}],
    ['no line end at the end', 'a,b,c\n1,2,3', {}],
    ['semicolons', 'a;b;c\n1;2;3\n', { delimiter: ';' }],
    ['tabs', 'a\tb\tc\n1\t2\t3\n', { delimiter: '\t' }],
    ['pipes', 'a|b|c\n1|2|3\n', { delimiter: '|' }],
    ['single quotes', "a,b,c\n'1','2',3\n", { quote: "'", escape: "'" }],
    ['no header', '1,2,3\n', { header: false }],
    ['lines above the header', 'Report\n"of"\n\na,b,c\n1,2,3\n', { skip: 3 }],
    ['the same header twice', 'a,a,a\n1,2,3\n', {}],
    ['spaces around quotes', 'a,b,c\n"1" , "2",3\n', {}],
  ])('reads %s', async (_, content, options) => {
    expect((await stage(content, options)).cells).toEqual([['1', '2', '3']]);
  });

  it('reads a file with mixed line ends, line numbers kept', async () => {
    const { cells, rejected } = await stage('a,b,c\r\n1,2,3\n4,5\r7,8,9\r\n"x\ny",8,9\n1\n');
    expect(cells).toEqual([
      ['1', '2', '3'],
      ['7', '8', '9'],
      ['x\ny', '8', '9'],
    ]);
    expect(rejected.map(({ line }) => line)).toEqual([3, 7]);
  });

  it('leaves nothing but the staged file behind', async () => {
    await stage('a,b,c\r\n1,2,3\n');
    expect((await readdir(folder)).toSorted()).toEqual(['file.csv', 'staged.parquet']);
  });

  it('gives a header without rows as no rows', async () => {
    expect(await stage('a,b,c\n')).toMatchObject({ rows: 0, rejected: [], rejectedTotal: 0 });
  });

  it('sets a line with text behind a closing quote aside', async () => {
    const { cells, rejected } = await stage('a,b,c\n"bad"x,7,8\nun"quoted,8,9\n');
    expect(cells).toEqual([['un"quoted', '8', '9']]);
    expect(rejected).toEqual([
      { line: 2, reason: 'text stands after a closing quotation mark', text: '"bad"x,7,8' },
    ]);
  });

  it('sets lines that are not UTF-8 aside', async () => {
    const { cells, rejected } = await stage(Buffer.from('a,b,c\n1,caf\xe9,3\n4,5,6\n', 'latin1'));
    expect(cells).toEqual([['4', '5', '6']]);
    expect(rejected).toMatchObject([{ line: 2, reason: 'a character that is not UTF-8' }]);
  });

  it('refuses a quote that is never closed, with its line, at the end and far before it', async () => {
    const refused = (line: number) => ({ code: 'input.unclosed-quote', params: { line } });
    await expect(stage('a,b,c\n1,2,3\n4,"5,6\n7,8,9\n')).rejects.toMatchObject(refused(3));
    await expect(stage('a,b,c\n1,2,"3\n')).rejects.toMatchObject(refused(2));
    const far = `a,b,c\n${'1,2,3\n'.repeat(1000)}4,"5,6\n${'7,8,9\n'.repeat(1_000_000)}`;
    await expect(stage(far)).rejects.toMatchObject(refused(1002));
  });

  it('keeps cells of ten megabytes, with and without line breaks', async () => {
    const plain = 'x'.repeat(10_000_000);
    const broken = '1,2,3\n'.repeat(1_700_000);
    const { cells } = await stage(`a,b,c\n1,${plain},3\n4,"${broken}",6\n7,8,9\n`);
    expect(cells.map((row) => row.map((cell) => cell?.toString().length))).toEqual([
      [1, plain.length, 1],
      [1, broken.length, 1],
      [1, 1, 1],
    ]);
  });

  it('keeps a NUL character inside a cell', async () => {
    expect((await stage('a,b,c\n1,x\0y,3\n')).cells).toEqual([['1', 'x\0y', '3']]);
  });

  it('returns at most 1,000 lines set aside but counts all', async () => {
    const lines = Array.from({ length: 5000 }, (_, n) => (n % 2 === 0 ? `${n},2` : `${n},2,3`));
    const { rows, rejected, rejectedTotal } = await stage(`a,b,c\n${lines.join('\n')}\n`);
    expect([rows, rejected.length, rejectedTotal]).toEqual([2500, 1000, 2500]);
    expect(rejected[999]).toEqual({ line: 2000, reason: '2 cells where the table has 3', text: '1998,2' });
  });

  it('keeps the order of a large file', async () => {
    const lines = Array.from({ length: 300_000 }, (_, n) => `${n},"line\n${n}",z`);
    const { cells } = await stage(`a,b,c\n${lines.join('\n')}\n`);
    expect(cells.length).toBe(300_000);
    expect(cells.every(([first], n) => first === String(n))).toBe(true);
  });

  it('keeps the rows of a large file with quotes, ragged lines and empty ones, read on several threads', async () => {
    const wide = 'w'.repeat(160);
    const lines = Array.from({ length: 300_000 }, (_, n) => {
      if (n % 100_000 === 5) return `${n},"too, few"`;
      if (n % 100_000 === 7) return '';
      return n % 3 === 0 ? `${n},"say ""x, y"", ${wide}",z` : `${n},5" pipe ${wide},"z"`;
    });
    const { cells, rejected } = await stage(`a,b,c\n${lines.join('\n')}\n`);
    expect(rejected.map(({ line }) => line)).toEqual([7, 100_007, 200_007]);
    const kept = lines.flatMap((line, n) => (line === '' || n % 100_000 === 5 ? [] : [n]));
    expect(cells.length).toBe(kept.length);
    expect(
      cells.every(([first, text], at) => first === String(kept[at]) && String(text).includes(wide)),
    ).toBe(true);
  });

  it('stages and copies three thousand columns in a gibibyte', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `c${index + 1}`);
    const lines = Array.from({ length: 50 }, (_, n) => names.map((__, c) => `v${(n * c) % 7}`).join(','));
    const { rejected } = await stage(`${names.join(',')}\n${lines.join('\n')}\n`, { names });
    expect(rejected).toEqual([]);
    const from = parquet(join(folder, 'staged.parquet'));
    const copy = select({ columns: names.map((name) => column(name)), from });
    const to = { format: 'parquet', path: join(folder, 'wide.parquet') } as const;
    expect(await engine.copy(copy, to)).toBe(50);
  });

  it('never makes rows of a file that is no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, k) => (k * 7919 + 13 * k * k) % 256));
    const outcome = await stage(bytes).catch((error: unknown) => error);
    expect(outcome).toSatisfy(
      (found: { rows?: number; code?: string }) =>
        found.rows === 0 || (found.code ?? '').startsWith('input.'),
    );
  });

  it('refuses a file that is not there', async () => {
    await expect(engine.openCsv(join(folder, 'no.csv'), usual)).rejects.toMatchObject({
      code: 'input.file-missing',
    });
  });
});

const cell = fc.stringMatching(/^[ab,;"'\n é漢]{0,6}$/).map((text) => text.trim());
const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });

function write(rows: readonly (readonly string[])[], newline: string, always: boolean): string {
  const quoted = (text: string) => (always || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join(',') + newline).join('');
}

it('a long file says how much of it is read, more each time', async () => {
  const path = join(folder, 'long.csv');
  const line = (row: number) =>
    `A${row},Firm number ${row},"A text of some length, as in row ${row % 999}"\n`;
  await writeFile(path, `a,b,c\n${Array.from({ length: 600_000 }, (_, row) => line(row)).join('')}`);
  const told: number[] = [];
  const opened = await engine.openCsv(path, usual);
  const { rows } = await opened.stage(join(folder, 'long.parquet'), (done) => told.push(done));
  expect(rows).toBe(600_000);
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual(told.toSorted((one, two) => one - two));
  expect(told.every((done) => done > 0 && done <= 1)).toBe(true);
});

describe('laws of staging', () => {
  it('whatever is written as RFC 4180 says reads back, empty cells as null', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, newline, always) => {
        const { cells, rejectedTotal } = await stage(write([['a', 'b', 'c'], ...rows], newline, always));
        expect(cells).toEqual(rows.map((row): Cell[] => row.map((text) => (text === '' ? null : text))));
        expect(rejectedTotal).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('whatever the file holds, rows are kept, set aside or the file is refused in plain words', async () => {
    const bit = fc.constantFrom('a', '1', ',', ',', '"', '\n', '\n', '\r\n', '\r', ' ', 'é', '\0');
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 40 }), async (bits) => {
        const outcome = await stage(`a,b\n${bits.join('')}`, { names: ['a', 'b'] }).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof Error)
          expect(outcome).toMatchObject({ code: expect.stringMatching(/^input\./) });
      }),
      { numRuns: 150, examples: [[['\n', ',', '\r', 'é', 'é', 'é', ',', '\n']]] },
    );
  });
});
