import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../../../test/conditions-pglite.ts';
import {
  asc,
  type Cell,
  column,
  type Engine,
  named,
  type SqlExpr,
  select,
  table,
} from '../../base/sql/index.ts';
import { createDuckDbEngine } from '../engines/duckdb/index.ts';
import { inertText, isFormula } from './inert-text.ts';

const engines: readonly { readonly name: string; readonly open: () => Promise<Engine> }[] = [
  { name: 'DuckDB', open: () => createDuckDbEngine({ memoryLimitMiB: 512 }) },
  { name: 'PostgreSQL', open: openPglite },
];

const data = process.env.BESTFIT_REAL_DATA;

/** What may stand in front of a formula and still let it run: told by Unicode, not by our pattern. */
const passedOver = /^[\p{White_Space}\p{Cf}\p{Cc}]*/u;

function runs(cell: string): boolean {
  const rest = cell.replace(passedOver, '');
  return /^[\t\r\n]/.test(cell) || '=+-@＝＋－＠'.includes(rest.charAt(0) || 'x');
}

describe.each(engines)('a text cell in $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  async function ask(cells: readonly (string | null)[], of: SqlExpr): Promise<readonly Cell[]> {
    const columns = [
      { name: 'id', type: 'integer' },
      { name: 'cell', type: 'text' },
    ] as const;
    await engine.load(
      'cells',
      columns,
      cells.map((cell, id) => [id, cell]),
    );
    const answer = select({
      columns: [column('id'), named(of, 'answer')],
      from: table('cells'),
      orderBy: [asc(column('id'))],
    });
    return (await engine.rows(answer)).map((row) => row.answer ?? null);
  }
  const inert = (cells: readonly (string | null)[]) => ask(cells, inertText(column('cell')));
  async function formulas(cells: readonly string[]): Promise<readonly string[]> {
    const found = await ask(cells, isFormula(column('cell')));
    return cells.filter((_, i) => found[i] === true);
  }

  it.each([
    ['=1+1'],
    ['+cmd'],
    ['-2+3+cmd'],
    ['@SUM(1)'],
    ['\tx'],
    ['\rx'],
    ['\nx'],
    ['  =1+1'],
    ['\u00a0=1'],
    ['\ufeff=1'],
    ['＝1+1'],
    ['＋1'],
    ['－1'],
    ['＠x'],
    ['-1/2'],
    ['-$1.00'],
    ['+34 600 000 000'],
    ['-1e5+1'],
    ['-1\n=2'],
    ['--'],
  ])('%j gets an apostrophe', async (cell) => {
    expect(await inert([cell])).toEqual([`'${cell}`]);
  });

  it.each([
    ['-1'],
    ['-1.5'],
    ['+3'],
    ['-1e5'],
    ['-1E+02'],
    ['-.5'],
    ['-1,000.00'],
    ['-1.234,56'],
    ['+34600000000'],
    ['a=b'],
    ['1-2'],
    ["'=1"],
    ['"=1"'],
    ['mail@example.com'],
    ['private clinic'],
    ['  '],
    [''],
  ])('%j stays as it is', async (cell) => {
    expect(await inert([cell])).toEqual([cell]);
  });

  it('an unknown one stays unknown', async () => {
    expect(await inert([null])).toEqual([null]);
  });

  it('is a formula exactly when Unicode lets one start it and it is no number', async () => {
    const start = fc.constantFrom(
      ...Array.from('=+-@＝＋－＠ \t\r\n\u00a0\u200b\u3000\ufeff\u200e01a.,e\'"'),
    );
    const cell = fc.tuple(fc.array(start, { maxLength: 4 }), fc.string({ unit: 'grapheme', maxLength: 4 }));
    const drawn = fc.sample(
      cell.map(([head, tail]) => `${head.join('')}${tail}`.replaceAll('\0', '')),
      { numRuns: 1500, seed: 7 },
    );
    const cells = [...new Set(drawn)];
    const plain = /^[+-]?(\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?$/i;
    expect(await formulas(cells)).toEqual(cells.filter((text) => runs(text) && !plain.test(text)));
  });

  it.skipIf(data === undefined)(
    'of the naughty strings only formulas change (needs BESTFIT_REAL_DATA)',
    async () => {
      const strings = JSON.parse(readFileSync(join(data!, 'blns', 'blns.json'), 'utf8')) as string[];
      const cells = [...new Set(strings)].filter((text) => !text.includes('\0'));
      const found = await formulas(cells);
      expect(found).toEqual(cells.filter((cell) => runs(cell) && !isNumber(cell)));
      expect(await inert(found)).toEqual(found.map((cell) => `'${cell}`));
      expect(cells.filter((cell) => /^[+-]/.test(cell) && isNumber(cell)).length).toBeGreaterThan(5);
    },
  );

  it.skipIf(data === undefined)('of the injection payloads none runs (needs BESTFIT_REAL_DATA)', async () => {
    const folder = join(data!, 'csv_injection');
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').split(/\r?\n/),
    );
    const payloads = [...new Set(lines)].filter((line) => line !== '');
    const after = await inert(payloads);
    expect(payloads.length).toBeGreaterThan(10);
    expect(after.filter((cell) => runs(String(cell)))).toEqual([]);
  });
});

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}
