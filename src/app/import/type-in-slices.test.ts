import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'];
const ROWS = 60;

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const dayAt = (row: number, column: number) => ({
  day: 1 + ((row * 7 + column) % 28),
  month: (row + column) % MONTHS.length,
});

function written(row: number, column: number): string {
  const { day, month } = dayAt(row, column);
  return `${day} de ${MONTHS[month]} de 2021`;
}

function read(row: number, column: number): string {
  const { day, month } = dayAt(row, column);
  return `2021-0${month + 1}-${String(day).padStart(2, '0')}`;
}

/** Dates in words, which SQL does not read; no cell of the row `unfit` is one. */
function file(columns: number, unfit: number | null = null): string {
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, at) =>
      row === unfit ? `30 de febrero de ${2000 + at}` : written(row, at),
    );
    return [`A${row}`, `Firm ${row}`, ...cells].join(',');
  });
  const headers = Array.from({ length: columns }, (_, at) => `visit_${at}`);
  return [['id', 'name', ...headers].join(','), ...lines].join('\n');
}

async function imported(columns: number, unfit: number | null) {
  const { files } = await workspace.import({ 'wide.csv': { text: file(columns, unfit), as: 'accounts' } });
  const places = [0, 1, Math.floor(columns / 2), columns - 1];
  const rows = await workspace.rows('accounts', ['account_id', ...places.map((at) => `visit_${at}`)]);
  const expected = Array.from({ length: ROWS }, (_, row) => ({
    account_id: `A${row}`,
    ...Object.fromEntries(places.map((at) => [`visit_${at}`, read(row, at)])),
  }));
  return { of: files[0], rows, expected };
}

it('60 columns whose texts are looked up give every row its values, in the order of the file', async () => {
  const { of, rows, expected } = await imported(60, null);
  expect(of?.rows).toEqual({ in: ROWS, kept: ROWS, quarantined: 0 });
  expect(rows).toEqual(expected);
});

it('so do 1,200, and a row that fits in none of them is set aside once', async () => {
  const { of, rows, expected } = await imported(1200, 7);
  expect(of?.rows).toEqual({ in: ROWS, kept: ROWS - 1, quarantined: 1 });
  expect(of?.quarantine.first).toMatchObject([{ line: 9, column: 'visit_0' }]);
  expect(rows).toEqual(expected.toSpliced(7, 1));
}, 240_000);
