import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from './engine.ts';

let engine: Engine;
let folder: string;

beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 1024, threads: 2 });
  folder = await mkdtemp(join(tmpdir(), "sniff [it's] "));
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function sniff(content: string, delimiter: string | null = null) {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  return engine.sniffCsv(path, { delimiter });
}

describe('sniffing a delimited text file', () => {
  it.each([
    ['commas', 'name,city\nAnna,Rome\nBob,Paris\n', ','],
    ['semicolons, with commas in numbers', 'name;amount\nAnna;1,5\nBob;2,5\n', ';'],
    ['semicolons, with commas in texts', 'name;notes\nA;hello, world, you\nB;a, b, c\n', ';'],
    ['tabs', 'name\tcity\nAnna\tRome\n', '\t'],
    ['pipes', 'name|city\nAnna|Rome\n', '|'],
  ])('finds %s', async (_, content, delimiter) => {
    const { options, headers } = await sniff(content);
    expect(options).toMatchObject({ delimiter, quote: '"', header: true, skip: 0 });
    expect(headers[0]).toBe('name');
  });

  it.each([
    ['a cell of two', "name,city\nAnna,''\nBob,Paris\n", '"'],
    ['one that opens a name', "name,city\n'Ndrangheta,Rome\nBob,'t Veld\n", '"'],
    ['marks around every cell', "'name','city'\n'Anna','Rome'\n'Bob','Paris'\n", "'"],
    ['marks around delimiters', "name,city\n'Anna, B','Rome, RM'\n'Bob, C','Paris, FR'\n", "'"],
  ])('tells an apostrophe from a quotation mark: %s', async (_, content, quote) => {
    const { options } = await sniff(content);
    expect(options).toMatchObject({ delimiter: ',', quote });
    expect(options.names).toHaveLength(2);
  });

  it('takes the delimiter that it is told', async () => {
    expect((await sniff('a;b,c\n1;2,3\n', ',')).headers).toEqual(['a;b', 'c']);
  });

  it('finds the table of a ragged file', async () => {
    const { options, headers } = await sniff(`a,b,c\n1,2\n${'1,2,3\n'.repeat(50)}1,2,3,4\n`);
    expect(headers).toEqual(['a', 'b', 'c']);
    expect(options.skip).toBe(0);
  });

  it('passes title lines above the header', async () => {
    const { options, headers } = await sniff(
      'Report\nMade on 2024-01-01\n\nname,city,country\nAnna,Rome,IT\nBob,Paris,FR\n',
    );
    expect(options.skip).toBe(3);
    expect(headers).toEqual(['name', 'city', 'country']);
  });

  it('gives headers as they stand and names that are unique whatever the case', async () => {
    const { options, headers } = await sniff('name,name,Name,\nAnna,Rome,IT,1\nBob,Paris,FR,2\n');
    expect(headers).toEqual(['name', 'name', 'Name', '']);
    expect(options.names).toEqual(['name', 'name 2', 'Name 3', 'column 4']);
  });

  it('sees a header above numbers and a file without one', async () => {
    expect((await sniff('id,2023,2024\n1,5,6\n2,7,8\n')).headers).toEqual(['id', '2023', '2024']);
    const none = await sniff('1,2,3\n4,5,6\n');
    expect(none).toEqual({ headers: [], options: expect.objectContaining({ header: false }) });
    expect(none.options.names).toEqual(['column 1', 'column 2', 'column 3']);
  });

  it('sees quotes with doubled and with escaped quotes inside', async () => {
    expect((await sniff('a,b\n"x ""y""",1\n')).options).toMatchObject({ quote: '"', escape: '"' });
    expect((await sniff('a,b\n"x \\"y\\"",1\n')).options).toMatchObject({ quote: '"', escape: '\\' });
    expect((await sniff("a,b\n'x,y',1\n")).options).toMatchObject({ quote: "'" });
  });

  it('reads headers behind a byte order mark, in quotes and between mixed line ends', async () => {
    expect((await sniff('\ufeffa,b\n1,2\n')).headers).toEqual(['a', 'b']);
    expect((await sniff('"a, x","b ""y"""\n1,2\n')).headers).toEqual(['a, x', 'b "y"']);
    expect((await sniff('a,b\r\n1,2\n3,4\r\n')).headers).toEqual(['a', 'b']);
  });

  it('reads a header alone, one column, and a header above a cell of ten megabytes', async () => {
    expect((await sniff('a,b,c\n')).headers).toEqual(['a', 'b', 'c']);
    expect((await sniff('name\nAnna\nBob\n')).headers).toEqual(['name']);
    expect((await sniff(`a,b\n1,${'x'.repeat(10_000_000)}\n`)).headers).toEqual(['a', 'b']);
  });

  it('refuses a missing and an empty file', async () => {
    await expect(engine.sniffCsv(join(folder, 'no.csv'), { delimiter: null })).rejects.toMatchObject({
      code: 'input.file-missing',
    });
    await expect(sniff('')).rejects.toMatchObject({ code: 'input.file-empty' });
  });
});
