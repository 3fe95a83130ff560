import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRequest } from '../../../../test/file-request.ts';
import { column, type Engine, parquet, select } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from '../../engines/duckdb/index.ts';
import { jsonConnector, jsonLinesConnector } from './index.ts';

let folder: string;
let engine: Engine;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-'));
  engine = await createDuckDbEngine();
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function stage(text: string | Uint8Array, { lines = false, part = null as string | null } = {}) {
  files += 1;
  const path = join(folder, String(files));
  await writeFile(path, text);
  const connector = lines ? jsonLinesConnector : jsonConnector;
  const to = `${path}.parquet`;
  const staged = await connector.stage(engine, fileRequest(path, to, { part }));
  const query = select({ columns: staged.columns.map((name) => column(name)), from: parquet(to) });
  const rows = (await engine.rows(query)).map((row) => staged.columns.map((name) => row[name]));
  return { ...staged, path, cells: rows };
}

const stageLines = (text: string | Uint8Array) => stage(text, { lines: true });

/** The cell of a value in the only record of a file. */
async function cellOf(value: string): Promise<unknown> {
  const { cells } = await stageLines(`{"v": ${value}, "w": 1}`);
  return cells[0]?.[0];
}

describe('the values of JSON', () => {
  it.each([
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['12.10', '12.10'],
    ['0.1', '0.1'],
    ['-0', '-0'],
    ['1e3', '1000'],
    ['1.5E-7', '0.00000015'],
    ['-1.25e+2', '-125'],
    ['1.234', '1.2340'],
    ['1e999', '1e999'],
  ])('number %s reads %s', async (written, read) => {
    expect(await cellOf(written)).toBe(read);
  });

  it.each([
    ['true', 'true'],
    ['false', 'false'],
    ['null', null],
    ['NaN', null],
    ['""', null],
    ['"00123"', '00123'],
    ['" a, \\"b\\"\\n"', ' a, "b"\n'],
    ['"\\u00e9\\ud83d\\ude00"', 'é\u{1F600}'],
    ['"half \\ud83d"', 'half \ufffd'],
    ['"\\u0000"', '\ufffd'],
    ['"=1+1"', '=1+1'],
  ])('%s reads %j', async (written, read) => {
    expect(await cellOf(written)).toBe(read);
  });

  it.each([
    ['["a", null, "b"]', 'a; b'],
    ['[1, 2.50, true]', '1; 2.50; true'],
    ['[]', null],
    ['["a;b", "c"]', 'a;b | c'],
    ['[";", "|", "\\n", "/"]', '[";","|","\\n","/"]'],
    ['[ {"a": 1.10},\n [2] ]'.replace('\n', ' '), '[ {"a": 1.10},  [2] ]'],
  ])('list %s reads %j', async (written, read) => {
    expect(await cellOf(written)).toBe(read);
  });

  it('lists of records stay JSON on one line', async () => {
    const { cells } = await stage('[{"people": [\n  {"name": "A  b", "n": 1.50},\n  {}\n]}]');
    expect(cells).toEqual([['[{"name":"A  b","n":1.50},{}]']]);
  });
});

describe('the columns of JSON', () => {
  it('are those of all records, in the order in which they are met', async () => {
    const late = '{"id": 3, "late": "x", "id2": 4}';
    const { headers, cells } = await stageLines(`${'{"id": 1}\n'.repeat(30_000)}${late}\n`);
    expect(headers).toEqual(['id', 'late', 'id2']);
    expect([cells.length, cells[0], cells.at(-1)]).toEqual([30_001, ['1', null, null], ['3', 'x', '4']]);
  });

  it('of nested records are named by the whole path', async () => {
    const { headers, cells } = await stageLines(
      '{"name": "A", "owner": {"name": "O", "at": {"city": "Rome"}}}\n{"owner": null, "name": null}\n',
    );
    expect(headers).toEqual(['name', 'owner.name', 'owner.at.city']);
    expect(cells).toEqual([
      ['A', 'O', 'Rome'],
      [null, null, null],
    ]);
  });

  it('of HubSpot-like records go without `properties` where the name is free', async () => {
    const { headers } = await stageLines(
      '{"id": "1", "properties": {"name": "A", "id": "x", "createdate": "2024"}, "createdAt": "2024"}',
    );
    expect(headers).toEqual(['id', 'name', 'properties.id', 'createdate', 'createdAt']);
  });

  it('of Salesforce records keep `attributes` apart', async () => {
    const { headers } = await stageLines('{"attributes": {"type": "Account", "url": "/x"}, "Name": "A"}');
    expect(headers).toEqual(['attributes.type', 'attributes.url', 'Name']);
    const { headers: api } = await stageLines(
      '{"type": "company", "attributes": {"name": "A", "url": "a.it"}}',
    );
    expect(api).toEqual(['type', 'name', 'url']);
  });

  it('never share a name, whatever their case; a name given twice keeps its last value', async () => {
    const { headers, cells } = await stageLines('{"Name": 1, "name": 2, "a.b": 3, "a": {"b": 4}, "Name": 5}');
    expect(headers).toEqual(['Name', 'name (2)', 'a.b', 'a.b (2)']);
    expect(cells).toEqual([['5', '2', '3', '4']]);
  });

  it('that are empty everywhere stay', async () => {
    const { headers, cells } = await stageLines('{"id": 1, "none": null}');
    expect([headers, cells]).toEqual([['id', 'none'], [['1', null]]]);
  });

  it('are refused beyond ten thousand', async () => {
    const record = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`k${index}`, 1]));
    await expect(stageLines(JSON.stringify(record))).rejects.toMatchObject({
      code: 'input.too-many-columns',
    });
  });
});

describe('JSON lines', () => {
  it('set a broken line aside with its place and reason, and lose no other', async () => {
    const { headers, cells, rejected, rejectedTotal, lineOf, how } = await stageLines(
      [
        '\ufeff{"id": 1}',
        '',
        '{"id": 2, "junk": 1,',
        '[1, 2]',
        '"text"',
        '{"id": 3} x',
        '   ',
        '{"id": 04}',
        '{id: 5}',
        '{"id": 6, "n": "x"}\r',
      ].join('\n'),
    );
    expect(how).toBe('JSON lines, UTF-8');
    expect([headers, cells]).toEqual([
      ['id', 'n'],
      [
        ['1', null],
        ['6', 'x'],
      ],
    ]);
    expect(rejected).toEqual([
      {
        line: 3,
        reason: 'no JSON at character 21: it breaks off in the middle',
        text: '{"id": 2, "junk": 1,',
      },
      { line: 4, reason: 'a list where a record in `{}` is needed', text: '[1, 2]' },
      { line: 5, reason: 'a text where a record in `{}` is needed', text: '"text"' },
      { line: 6, reason: 'no JSON at character 11: more text follows after the end', text: '{"id": 3} x' },
      {
        line: 8,
        reason: 'no JSON at character 8: a number is not written as JSON has it',
        text: '{"id": 04}',
      },
      { line: 9, reason: 'no JSON at character 2: a name in double quotes is missing', text: '{id: 5}' },
    ]);
    expect(rejectedTotal).toBe(6);
    expect(await lineOf([2, 1])).toEqual([10, 1]);
  });

  it('set a line aside that is not UTF-8', async () => {
    const { cells, rejected } = await stageLines(
      Buffer.concat([
        Buffer.from('{"n": "é"}\n{"n": "'),
        Buffer.from([0xe9]),
        Buffer.from('"}\n{"n": "ü"}\n'),
      ]),
    );
    expect(cells).toEqual([['é'], ['ü']]);
    expect(rejected).toMatchObject([{ line: 2, reason: 'a character that is not UTF-8' }]);
  });

  it('may stand in a file that is named .json', async () => {
    const { how, rows } = await stage('{"id": 1}\n{"id": 2}\n');
    expect([how, rows]).toEqual(['JSON lines, UTF-8', 2]);
  });

  it('may be longer than what is read at once', async () => {
    const long = 'ä'.repeat(3_000_000);
    const { cells } = await stageLines(`{"id": 1, "t": "${long}"}\n{"id": 2}\n`);
    expect(cells).toEqual([
      ['1', long],
      ['2', null],
    ]);
  });
});

describe('a JSON document', () => {
  it('may be a list of records; what is no record is set aside by its number', async () => {
    const { headers, cells, rejected, lineOf, how } = await stage(
      ' [ {"id": 1},\n {"id": 2, "a": "x"}, 7, [8], null, {"id": 3} ] \n',
    );
    expect([how, headers]).toEqual(['JSON, UTF-8', ['id', 'a']]);
    expect(cells).toEqual([
      ['1', null],
      ['2', 'x'],
      ['3', null],
    ]);
    expect(rejected.map(({ line, text }) => [line, text])).toEqual([
      [3, '7'],
      [4, '[8]'],
      [5, 'null'],
    ]);
    expect(await lineOf([3, 1])).toEqual([6, 1]);
  });

  it.each([
    ['{"results": [{"id": 1}, {"id": 2}], "paging": {"next": {"after": "2"}}}', 'results'],
    ['{"total": 2, "tags": ["a"], "data": {"items": [{"id": 1}, {"id": 2}], "errors": []}}', 'data.items'],
  ])('may wrap its records: %s', async (text, list) => {
    const { how, cells } = await stage(text);
    expect([how, cells]).toEqual([`JSON, the list \`${list}\`, UTF-8`, [['1'], ['2']]]);
  });

  it('may be one record, or several without a list', async () => {
    const one = await stage('{"id": 1, "tags": ["a", "b"]}');
    expect([one.headers, one.cells]).toEqual([['id', 'tags'], [['1', 'a; b']]]);
    const two = await stage('{\n "id": 1,\n "people": [{}]\n}\n{\n "id": 2\n}\n');
    expect(two.cells).toEqual([
      ['1', '[{}]'],
      ['2', null],
    ]);
  });

  it('may hold several lists, each a table of its own', async () => {
    const text = '{"companies": [{"id": 1}], "meta": {"deals": [{"id": 2}]}}';
    const { path } = await stage(text, { part: 'companies' });
    expect(await jsonConnector.parts?.(path)).toEqual(['companies', 'meta.deals']);
    expect((await stage(text, { part: 'meta.deals' })).cells).toEqual([['2']]);
    await expect(stage(text)).rejects.toThrow('`companies`, `meta.deals`');
  });

  it('reads the same wherever its pieces end', async () => {
    const record = (index: number) => ({
      id: index,
      text: 'é"\\\n'.repeat(index % 50),
      n: [index, { a: null }],
    });
    const records = Array.from({ length: 30_000 }, (_, index) => record(index));
    const { cells } = await stage(JSON.stringify(records, null, 1));
    const expected = records.map(({ id, text }) => [String(id), text || null, `[${id},{"a":null}]`]);
    expect(cells).toEqual(expected);
  });

  it.each([
    ['[{"id": 1},\n {"id": 2,}]', { line: 2, column: 11, reason: 'a name in double quotes is missing' }],
    ['[{"id": 1}\n {"id": 2}]', { line: 2, column: 2, reason: 'a comma or `]` is missing' }],
    ['[{"id": 1}', { line: 1, column: 11, reason: 'it breaks off in the middle' }],
    ['[{"id": 1}] {}', { line: 1, column: 13, reason: 'more text follows after the end' }],
    ['[{"id": "\\x"}]', { line: 1, column: 9, reason: 'an escape in a text is not one of JSON' }],
    ["[{'id': 1}]", { line: 1, column: 3, reason: 'a name in double quotes is missing' }],
    ['{"results": [{"id": 1}', { line: 1, column: 23, reason: 'it breaks off in the middle' }],
  ])('that is broken is refused with the place: %s', async (text, params) => {
    await expect(stage(text)).rejects.toMatchObject({
      code: 'input.json-broken',
      params,
    });
  });

  it('nested without end is refused, not run into', async () => {
    await expect(stage(`[{"a":${'['.repeat(100_000)}`)).rejects.toThrow('deeper than 500');
  });

  it('with a record beyond the limit is refused with its line', async () => {
    const long = `[{"id": 1},\n{"t": "${'x'.repeat(70_000_000)}"}]`;
    await expect(stage(long)).rejects.toMatchObject({ code: 'input.record-too-long', params: { line: 2 } });
    await expect(stageLines(long)).rejects.toMatchObject({
      code: 'input.record-too-long',
      params: { line: 2 },
    });
  });

  it.each([
    ['[]', 'input.no-rows'],
    ['{"results": [], "total": 0}', 'input.no-rows'],
    ['[{}]', 'input.no-rows'],
    ['"text"', 'input.json-no-records'],
    [' \n', 'input.file-empty'],
    ['PK\u0003\u0004', 'input.binary'],
    ['{"a": "\0"}', 'input.binary'],
  ])('without records is refused: %s', async (text, code) => {
    await expect(stage(text)).rejects.toMatchObject({ code });
  });

  it('that is not UTF-8 is refused with the line', async () => {
    const text = Buffer.concat([
      Buffer.from('[{"a": "é"},\n{"a": "'),
      Buffer.from([0xe9, 0x22]),
      Buffer.from('}]'),
    ]);
    await expect(stage(text)).rejects.toMatchObject({ code: 'input.not-utf8', params: { line: 2 } });
  });
});

describe('JSON in UTF-16', () => {
  const record = (index: number) => ({ id: index, text: '日本 é \u{1F600}"\n'.repeat(index % 50) });
  const records = Array.from({ length: 10_000 }, (_, index) => record(index));
  const cellsOfRecords = records.map(({ id, text }) => [String(id), text || null]);
  const little = (text: string) => Buffer.from(text, 'utf16le');
  const big = (text: string) => little(text).swap16();
  const document = JSON.stringify(records, null, 1);
  const lines = records.map((each) => JSON.stringify(each)).join('\r\n');

  it.each([
    ['a mark, the small byte first', little(`\ufeff${document}`), 'JSON, UTF-16'],
    ['a mark, the large byte first', big(`\ufeff${document}`), 'JSON, UTF-16 (big-endian)'],
    ['no mark, the small byte first', little(document), 'JSON, UTF-16'],
    ['no mark, the large byte first', big(document), 'JSON, UTF-16 (big-endian)'],
    ['a mark and a record on each line', little(`\ufeff${lines}`), 'JSON lines, UTF-16'],
  ])('reads like UTF-8 with %s', async (_, bytes, read) => {
    const { how, headers, cells } = await stage(bytes);
    expect([how, headers]).toEqual([read, ['id', 'text']]);
    expect(cells).toEqual(cellsOfRecords);
  });

  it('has lines, of which a broken one is set aside with its number', async () => {
    const { cells, rejected, how } = await stageLines(little('\ufeff{"n": "é"}\n{"n": \n{"n": "ü"}'));
    expect([how, cells]).toEqual(['JSON lines, UTF-16', [['é'], ['ü']]]);
    expect(rejected).toMatchObject([{ line: 2, text: '{"n": ' }]);
  });

  it('is UTF-16 too where hardly a character is plain', async () => {
    expect((await stage(little(`[{"名": "${'漢字'.repeat(3000)}"}]`))).headers).toEqual(['名']);
  });

  it('holds several lists like any other', async () => {
    const { path } = await stage(big('{"a": [{"id": 1}], "b": [{"id": 2}]}'), { part: 'b' });
    expect(await jsonConnector.parts?.(path)).toEqual(['a', 'b']);
  });

  it('reads half a character as U+FFFD', async () => {
    expect((await stage(little('[{"v": "half \ud83d"}]'))).cells).toEqual([['half \ufffd']]);
  });

  it('that is cut off, or holds NUL characters, is refused', async () => {
    const cut = little('\ufeff[{"id": 1}]').subarray(0, -1);
    await expect(stage(cut)).rejects.toMatchObject({ code: 'input.json-broken', params: { line: 1 } });
    await expect(stage(little('{"a": "\0"}'))).rejects.toMatchObject({ code: 'input.binary' });
    await expect(stage(little('\ufeff \n'))).rejects.toMatchObject({ code: 'input.file-empty' });
  });
});
