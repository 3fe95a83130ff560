import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { fileRequest } from '../../../../test/file-request.ts';
import {
  type HandMadeExtras,
  type HandMadeSheet,
  handMadeWorkbook,
  makeZip,
  rowsXml,
} from '../../../../test/make-workbook.ts';
import { type Cell, column, type Engine, parquet, select } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from '../../engines/duckdb/index.ts';
import type { StagedFile } from '../types.ts';
import { xlsxConnector } from './xlsx-connector.ts';

let engine: Engine;
let folder: string;
let made = 0;

beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 512 });
  folder = await mkdtemp(join(tmpdir(), 'bestfit-xlsx-'));
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function save(bytes: Buffer | string): Promise<string> {
  made += 1;
  const path = join(folder, `${made}.xlsx`);
  await writeFile(path, bytes);
  return path;
}

type Staged = StagedFile & { readonly cells: readonly (readonly Cell[])[] };

async function stage(path: string, part: string | null = null): Promise<Staged> {
  made += 1;
  const to = join(folder, `${made}.parquet`);
  const staged = await xlsxConnector.stage(engine, fileRequest(path, to, { part }));
  const columns = staged.columns.map((name) => column(name));
  const rows = await engine.rows(select({ columns, from: parquet(to) }));
  return { ...staged, cells: rows.map((row) => staged.columns.map((name) => row[name] ?? null)) };
}

async function stageMade(sheet: HandMadeSheet, extras: HandMadeExtras = {}): Promise<Staged> {
  return stage(await save(handMadeWorkbook([sheet], extras)));
}

/** Cells below a header of one column and a column of keys. */
async function readCells(cells: readonly string[], extras: HandMadeExtras = {}): Promise<readonly Cell[]> {
  const rows = cells.map((cell, index) => `<row><c t="str"><v>k${index}</v></c>${cell}</row>`);
  const header = '<row><c t="str"><v>Key</v></c><c t="str"><v>Value</v></c></row>';
  const staged = await stageMade({ rows: header + rows.join('') }, extras);
  return staged.cells.map(([, value]) => value ?? null);
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('a workbook', () => {
  it('gives the visible sheets that hold a table, and says which were left out', async () => {
    const table = rowsXml([
      ['Company', 'Value'],
      ['Acme', 1],
    ]);
    const path = await save(
      handMadeWorkbook([
        { name: 'Cover', rows: rowsXml([['About this file'], ['Made in spring']]) },
        { name: 'Deals &amp; more', rows: table },
        { name: 'Empty', rows: '<row r="1"><c r="A1" s="1"/></row>' },
        { name: 'Secret', state: 'hidden', rows: table },
        { name: 'Deeper', state: 'veryHidden', rows: table },
        { name: 'People', rows: table },
      ]),
    );
    expect(await xlsxConnector.parts?.(path)).toEqual(['Deals & more', 'People']);
    expect((await stage(path, 'Deals & more')).warnings).toEqual([
      'The sheet `Secret` is hidden and was left out.',
      'The sheet `Deeper` is hidden and was left out.',
      'The sheet `Cover` holds no table of several columns and was left out.',
    ]);
    expect((await stage(path, 'People')).warnings).toEqual([]);
    expect((await stage(path)).how).toBe('Excel workbook, sheet `Deals & more`');
    await expect(stage(path, 'Nobody')).rejects.toEqual(refusal('input.unknown-part'));
  });

  it('whose only table has one column is read', async () => {
    const staged = await stageMade({ rows: rowsXml([['Domain'], ['a.example'], ['b.example']]) });
    expect(staged).toMatchObject({ headers: ['Domain'], cells: [['a.example'], ['b.example']] });
  });

  it('without any value is refused, and so is a header alone', async () => {
    await expect(stageMade({ rows: '' })).rejects.toEqual(refusal('input.sheets-empty'));
    await expect(stageMade({ rows: rowsXml([['A', 'B']]) })).rejects.toEqual(refusal('input.no-rows'));
  });

  it('written with prefixed names is read', async () => {
    const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(?=\w)/g, '<$1x:');
    const sheet = `<worksheet xmlns:x="m"><sheetData>${rowsXml([
      ['A', 'B'],
      ['x', 1],
    ])}</sheetData></worksheet>`;
    const staged = await stageMade({ rows: '' }, { parts: { 'xl/worksheets/sheet1.xml': prefixed(sheet) } });
    expect(staged.cells).toEqual([['x', '1']]);
  });
});

describe('a cell', () => {
  it.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1234567.8899999999', '1234567.89'],
    ['12345678901', '12345678901'],
    ['1.2345678901E10', '12345678901'],
    ['9007199254740993', '9007199254740993'],
    ['-1.5E-3', '-0.0015'],
    ['1E-7', '0.0000001'],
    ['1e+21', '1000000000000000000000'],
    ['0', '0'],
  ])('with the number %s reads %s', async (raw, text) => {
    expect(await readCells([`<c><v>${raw}</v></c>`])).toEqual([text]);
  });

  it.each([
    ['yyyy\\-mm\\-dd', '45321', '2024-01-30'],
    [14, '45321', '2024-01-30'],
    [14, '1', '1900-01-01'],
    [14, '59', '1900-02-28'],
    [14, '60', '1900-02-29'],
    [14, '61', '1900-03-01'],
    [14, '2958465', '9999-12-31'],
    [22, '45321.75', '2024-01-30 18:00:00'],
    [22, '45321.999999', '2024-01-31 00:00:00'],
    ['d "of" mmmm yyyy', '45321', '2024-01-30'],
    ['[$-409]d\\-mmm\\-yy;@', '45321', '2024-01-30'],
    ['mmm yy', '45292', '2024-01-01'],
    ['[Red]dd/mm/yyyy hh:mm', '45321.5', '2024-01-30 12:00:00'],
    ['h:mm AM/PM', '0.75', '18:00:00'],
    ['[h]:mm', '1.104166666', '26:30:00'],
    ['mm:ss', '0.5', '12:00:00'],
    ['0.00E+00', '45321', '45321'],
    ['"Day" 0', '3', '3'],
    ['#,##0 "days";[Red]-#,##0', '3', '3'],
    ['_-* #,##0.00\\ "m²"_-', '3.5', '3.5'],
    ['General', '7', '7'],
    ['0.0%', '0.253', '25.3%'],
    [9, '0.07', '7%'],
    [10, '1', '100%'],
  ])('with the format %s and the number %s reads %s', async (format, raw, text) => {
    expect(await readCells([`<c s="1"><v>${raw}</v></c>`], { formats: [format] })).toEqual([text]);
  });

  it('with a date of a workbook that counts from 1904 is the day that it shows', async () => {
    const cells = ['<c s="1"><v>0</v></c>', '<c s="1"><v>43859</v></c>'];
    expect(await readCells(cells, { formats: [14], from1904: true })).toEqual(['1904-01-01', '2024-01-30']);
  });

  it('is the text of its kind: shared, rich, inline, of a formula, a yes or no, a date', async () => {
    const shared =
      '<si><t>one &amp; two</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t/></si>';
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="s"><v>3</v></c>',
      '<c t="s"><v>99</v></c>',
      '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>made</v></c>',
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="d"><v>2024-01-30T00:00:00</v></c>',
      '<c t="inlineStr"><is><t>00123</t></is></c>',
      '<c t="inlineStr"><is><t>two\nlines, "quoted"</t></is></c>',
      '<c t="inlineStr"><is><t>tab_x0009_ _x005F_x0041_ &#128512; &#x1F600;</t></is></c>',
      '<c t="inlineStr"><is><t><![CDATA[a<b>&amp;]]></t></is></c>',
    ];
    expect(await readCells(cells, { shared })).toEqual([
      'one & two',
      'rich ',
      '東京',
      null,
      null,
      'inline',
      'made',
      '2',
      'TRUE',
      'FALSE',
      '2024-01-30',
      '00123',
      'two\nlines, "quoted"',
      'tab\t _x0041_ 😀 😀',
      'a<b>&amp;',
    ]);
  });

  it('with an error, without a result or with no day is blank, and counted', async () => {
    const header = rowsXml([['Key', 'Value']]);
    const rows = ['<c t="e"><v>#N/A</v></c>', '<c t="e"><v>#N/A</v></c>', '<c t="e"><v>#DIV/0!</v></c>']
      .concat('<c><f>SUM(A1)</f></c>', '<c s="1"><v>0</v></c>')
      .map((cell, index) => `<row r="${index + 2}"><c><v>${index}</v></c>${cell}</row>`);
    const staged = await stageMade({ rows: header + rows.join('') }, { formats: [14] });
    expect(staged.cells.map(([, value]) => value)).toEqual([null, null, null, null, null]);
    expect(staged.warnings).toEqual([
      '3 cells with an error (#N/A 2, #DIV/0! 1): read as blank.',
      '1 formula without a result: read as blank. Open the file in Excel and save it, then import it again.',
      '1 cell shown as a date without being one (0 is what an empty cell gives): read as blank.',
    ]);
  });
});

describe('a table in a sheet', () => {
  it('may stand below titles, behind blank rows and columns', async () => {
    const rows =
      '<row r="2"><c r="C2" t="str"><v>Customers of 2024</v></c></row>' +
      '<row r="5"><c r="C5" t="str"><v>Company</v></c><c r="D5" t="str"><v>City</v></c><c r="E5" t="str"><v> </v></c><c r="F5" t="str"><v>Size</v></c></row>' +
      '<row r="7" hidden="1"><c r="C7" t="str"><v>Acme</v></c><c r="F7"><v>5</v></c></row>' +
      '<row r="9"><c r="C9" t="str"><v>Bolt</v></c><c r="D9" t="str"><v>Rome</v></c></row>';
    const staged = await stageMade({ rows });
    expect(staged.headers).toEqual(['Company', 'City', 'column 3', 'Size']);
    expect(staged.cells).toEqual([
      ['Acme', null, null, '5'],
      ['Bolt', 'Rome', null, null],
    ]);
    expect(await staged.lineOf([2, 1])).toEqual([9, 7]);
    expect(staged.warnings).toEqual([
      'The first 1 row above the header: left out.',
      '1 hidden row imported like the others.',
    ]);
  });

  it('with groups of columns has their names in front', async () => {
    const rows = rowsXml([
      ['Customers', null, null, null, null],
      ['Company', 'Contact', null, 'Deal', null],
      [null, 'Name', 'Email', 'Value', 'Date'],
      ['Acme', 'Ann', 'a@acme.example', 5, '2024-01-01'],
    ]);
    const merged = ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const staged = await stageMade({ rows, after: `<mergeCells>${merged}</mergeCells>` });
    expect(staged.headers).toEqual(['Company', 'Contact Name', 'Contact Email', 'Deal Value', 'Deal Date']);
    expect(staged.cells).toEqual([['Acme', 'Ann', 'a@acme.example', '5', '2024-01-01']]);
  });

  it('under few wide groups, and with a merged title, has its header found', async () => {
    const rows = rowsXml([
      ['A title over half', null, null, null, null, null],
      ['Company', null, null, null, 'Deal', null],
      ['Name', 'City', 'Size', 'Web', 'Value', 'Date'],
      ['Acme', 'Rome', 5, 'acme.example', 7, '2024-01-01'],
    ]);
    const merged = ['A1:D1', 'A2:D2', 'E2:F2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const staged = await stageMade({ rows, after: `<mergeCells>${merged}</mergeCells>` });
    expect(staged.headers.slice(3)).toEqual(['Company Web', 'Deal Value', 'Deal Date']);
    expect(staged.rows).toBe(1);
  });

  it('without a header gets numbered columns', async () => {
    const staged = await stageMade({
      rows: rowsXml([
        ['Acme', 5, 7],
        ['Bolt', 6, 8],
      ]),
    });
    expect(staged.headers).toEqual(['column 1', 'column 2', 'column 3']);
    expect(staged.rows).toBe(2);
  });

  it('may have years for headers', async () => {
    const staged = await stageMade({
      rows: rowsXml([
        ['Company', 2023, 2024],
        ['Acme', 5, 7],
      ]),
    });
    expect(staged.headers).toEqual(['Company', '2023', '2024']);
  });

  it('leaves rows out that are formatted only, and counts notes beside it', async () => {
    const table = Array.from({ length: 250 }, (_, row): readonly (string | number | null)[] => [
      `a${row}`,
      row,
      null,
      row === 249 ? 'a note' : null,
    ]);
    const blank = Array.from(
      { length: 5000 },
      (_, row) => `<row r="${300 + row}" s="1" customFormat="1"><c r="A${300 + row}" s="1"/></row>`,
    );
    const staged = await stageMade({ rows: rowsXml([['Key', 'Value'], ...table]) + blank.join('') });
    expect(staged.rows).toBe(250);
    expect(staged.warnings).toEqual(['1 cell beside the table, the first at D251: left out.']);
  });

  it('with two columns of one name is refused', async () => {
    const rows = rowsXml([
      ['Name', 'name'],
      ['a', 'b'],
    ]);
    await expect(stageMade({ rows })).rejects.toEqual(refusal('input.duplicate-headers'));
  });
});

describe('a file that is no workbook', () => {
  it.each([
    ['<html><table><tr><td>1</td></tr></table></html>', 'web page'],
    ['\uFEFF\n<!DOCTYPE html>\n<html>', 'web page'],
    ['Company,Value\nAcme,1\n', 'plain text'],
    [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000, 1)]), 'old Excel workbook'],
    [makeZip({ 'word/document.xml': '<a/>', '[Content_Types].xml': '<a/>' }), 'Word'],
    [makeZip({ 'xl/workbook.bin': 'x' }), 'binary workbook'],
    [makeZip({ 'readme.txt': 'x' }), 'another ZIP'],
  ])('is named: %#', async (bytes, name) => {
    const path = await save(bytes);
    await expect(stage(path)).rejects.toMatchObject({
      code: 'input.not-a-workbook',
      message: expect.stringContaining(name),
    });
  });

  it('is missing, empty or a folder', async () => {
    await expect(stage(join(folder, 'none.xlsx'))).rejects.toEqual(refusal('input.file-missing'));
    await expect(stage(await save(''))).rejects.toEqual(refusal('input.file-empty'));
    await expect(stage(folder)).rejects.toEqual(refusal('input.not-a-file'));
  });

  it('is locked with a password', async () => {
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(70_000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expect(stage(await save(container))).rejects.toEqual(refusal('input.password'));
  });
});

describe('a workbook that is damaged or made to do damage', () => {
  const usual = rowsXml([
    ['Key', 'Value'],
    ['a', 1],
  ]);

  it('is refused wherever it is cut', async () => {
    const whole = handMadeWorkbook([{ rows: usual }]);
    for (let size = 4; size < whole.length; size += 37) {
      await expect(stage(await save(whole.subarray(0, size)))).rejects.toEqual(
        refusal('input.workbook-damaged'),
      );
    }
  });

  it.each([
    ['<worksheet><sheetData><row><c t="str"><v>x</v></c></row>'],
    ['<worksheet><sheetData></worksheet>'],
    ['no XML at all'],
    [''],
    ['<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>'],
  ])('is refused when a sheet is %j', async (xml) => {
    const damaged = stageMade({ rows: '' }, { parts: { 'xl/worksheets/sheet1.xml': xml } });
    await expect(damaged).rejects.toEqual(refusal('input.workbook-damaged'));
  });

  it('is refused when its tags are nested without end', async () => {
    const xml = `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`;
    const damaged = stageMade({ rows: '' }, { parts: { 'xl/worksheets/sheet1.xml': xml } });
    await expect(damaged).rejects.toEqual(refusal('input.workbook-damaged'));
  });

  it('is refused when a sheet is missing', async () => {
    const damaged = stageMade(
      { rows: usual },
      {
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="no.xml"/></Relationships>',
        },
      },
    );
    await expect(damaged).rejects.toEqual(refusal('input.workbook-damaged'));
  });

  it('unpacks only so far', async () => {
    const part = { 'xl/worksheets/sheet1.xml': Buffer.alloc((64 << 20) + 1, ' ') };
    const bomb = stageMade({ rows: '' }, { parts: part });
    await expect(bomb).rejects.toEqual(refusal('input.workbook-too-large'));
  });

  it('declares entities for nothing: none expands and no file is read', async () => {
    const bomb =
      '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;"><!ENTITY file SYSTEM "file:///etc/hosts">]>';
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const xml = `<?xml version="1.0"?>${bomb}<worksheet><sheetData><row>${cell('K')}${cell('V')}</row><row>${cell('&lol2;')}${cell('&file;')}</row></sheetData></worksheet>`;
    const staged = await stageMade({ rows: '' }, { parts: { 'xl/worksheets/sheet1.xml': xml } });
    expect(staged.cells).toEqual([['&lol2;', '&file;']]);
  });
});

describe('what another program writes', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((each) => each.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff_]/gu, '').trim())
    // That program loses texts that are names of an object's own methods.
    .filter((each) => !(each in {}));
  const row = fc.record({
    text,
    number: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })),
    date: fc.date({ min: new Date('1901-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }),
    yes: fc.boolean(),
  });

  it('reads back: texts, numbers, dates, yes and no', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const data = rows.map(({ text: own, number, date, yes }) => [
          { value: 'key' },
          { type: String, value: own },
          { type: Number, value: number },
          { type: Date, value: date, format: 'yyyy-mm-dd hh:mm:ss' },
          { type: Boolean, value: yes },
        ]);
        const header = ['Key', 'Text', 'Number', 'Date', 'Yes'].map((value) => ({ value }));
        const path = await save(await writeExcelFile([header, ...data] as never).toBuffer());
        const { cells } = await stage(path);
        cells.forEach((cell, index) => {
          const { text: own, number, date, yes } = rows[index]!;
          expect(cell[1]).toBe(own === '' ? null : own);
          expect(Number(cell[2])).toBe(Number(number.toPrecision(15)));
          expect(Math.abs(Date.parse(`${String(cell[3])}Z`) - date.getTime())).toBeLessThanOrEqual(501);
          expect(cell[4]).toBe(yes ? 'TRUE' : 'FALSE');
        });
        expect(cells.length).toBe(rows.length);
      }),
      { numRuns: 25 },
    );
  });
});
