import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CsvOptions } from '../../../base/sql/index.ts';
import { lineNumbers } from './line-numbers.ts';
import { scanCsv } from './scan-csv.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-csv-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(content: string): Promise<string> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  return path;
}

async function scan(content: string, options: Partial<CsvOptions> = {}) {
  const usual = { delimiter: ',', quote: '"', escape: '"', header: true, skip: 0, names: [] };
  return scanCsv(await file(content), { ...usual, ...options });
}

describe('counting the records of a delimited text file', () => {
  it('leaves out the header, blank lines and the line end at the end', async () => {
    expect(await scan('a,b\n1,2\n\n3,4\n')).toMatchObject({
      records: 2,
      longest: 3,
      quotedNewlines: false,
      mixedNewlines: false,
      openQuoteAt: null,
    });
    expect((await scan('1,2\n3,4', { header: false })).records).toBe(2);
    expect((await scan('')).records).toBe(0);
  });

  it('takes line breaks inside quotes for text', async () => {
    expect(await scan('a,b\n"1\n\n2","x ""\n"" y"\n3,4\n')).toMatchObject({
      records: 2,
      quotedNewlines: true,
      mixedNewlines: false,
    });
    expect(await scan('a,b\r\n"1\n2",3\r\n')).toMatchObject({ records: 1, mixedNewlines: false });
    expect((await scan('a,b\n"1 \\" \n 2",3\n', { escape: '\\' })).records).toBe(1);
  });

  it('takes a quote inside a cell for text', async () => {
    expect(await scan('a,b\n5" pipe,x\n6" pipe,y\n')).toMatchObject({ records: 2, openQuoteAt: null });
  });

  it('finds the quote that is never closed', async () => {
    expect((await scan('a,b\n1,"2\n3,4\n')).openQuoteAt).toBe(6);
    expect((await scan('a,b\n1, "2""\n')).openQuoteAt).toBe(7);
  });

  it('sees mixed line ends, but not in a file of one kind', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(await scan(`a,b${end}1,2${end}${end}3,4${end}`)).toMatchObject({
        records: 2,
        mixedNewlines: false,
      });
    }
    expect(await scan('a,b\r\n1,2\n3,4\r5,6\n')).toMatchObject({ records: 3, mixedNewlines: true });
  });

  it('starts behind a byte order mark and skipped lines', async () => {
    expect(await scan('\ufeff"a\nb",c\n1,2\n')).toMatchObject({ records: 1, openQuoteAt: null });
    expect(await scan('The "report\r\n\r\na,b\r\n1,2\r\n', { skip: 2 })).toMatchObject({
      records: 1,
      longest: 3,
      quotedNewlines: false,
      mixedNewlines: false,
      openQuoteAt: null,
    });
  });

  it('counts the same when records lie across chunks of the file', async () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => `${n},"text\r\n${n}"\r\n`);
    expect(await scan(`a,b\r\n${rows.join('')}`)).toMatchObject({ records: 200_000, mixedNewlines: false });
  });

  it('counts the same in a file of many quotes, doubled or escaped, and of none', async () => {
    const text = (n: number, inner: string) => `${n}, "a, ${inner} b" ,5" x,\n`;
    const rows = (inner: string) => Array.from({ length: 150_000 }, (_, n) => text(n, inner)).join('');
    const expected = { records: 150_000, quotedNewlines: false, openQuoteAt: null };
    expect(await scan(`a,b\n${rows('""')}`)).toMatchObject(expected);
    expect(await scan(`a,b\n${rows('\\"')}`, { escape: '\\' })).toMatchObject(expected);
    expect(await scan(`a,b\n${rows('""')}`, { quote: '', escape: '' })).toMatchObject(expected);
  });

  it('counts the same whether or not a chunk of the file holds a quote', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const rows = Array.from({ length: 500_000 }, (_, n) => `${n}, x${end}${n % 7 === 0 ? end : ''}`);
      const plain = await scan(`a,b${end}${rows.join('')}`);
      expect(plain).toMatchObject({ records: 500_000, mixedNewlines: false, openQuoteAt: null });
      expect(await scan(`a,"b"${end}${rows.join('')}9,"${end}"${end}`)).toMatchObject({
        records: 500_001,
        quotedNewlines: true,
        mixedNewlines: false,
      });
    }
  });
});

describe('the lines of byte offsets', () => {
  it('count every kind of line end once', async () => {
    const path = await file('a\nb\r\nc\rd');
    expect(await lineNumbers(path, [0, 2, 5, 7])).toEqual([1, 2, 3, 4]);
  });

  it('are none for no offsets', async () => {
    expect(await lineNumbers(await file('a'), [])).toEqual([]);
  });
});
