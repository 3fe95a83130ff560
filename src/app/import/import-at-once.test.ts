import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import type { ImportResult } from '../import-files.ts';

const ROWS = 60_000;
const COLUMNS = ['account_id', 'name', 'domain', 'industry', 'country', 'employees', 'revenue', 'founded'];

let workspace: TestWorkspace;
/** How often a file was staged whole. */
let staged = 0;

beforeEach(async () => {
  workspace = await testWorkspace();
  staged = 0;
  const { engine } = workspace;
  const openCsv = engine.openCsv.bind(engine);
  engine.openCsv = async (path, options) => {
    const opened = await openCsv(path, options);
    const stage = (to: string) => {
      staged += 1;
      return opened.stage(to);
    };
    return { ...opened, stage };
  };
});

afterEach(() => workspace.dispose());

const pick = (row: number, values: readonly string[]): string => values[(row * 7919) % values.length] ?? '';

function cells(row: number): string[] {
  const figure = 1000 + ((row * 104_729) % 900_001);
  return [
    `A${row}`,
    `${pick(row, ['Gómez', 'Miller', 'Söhne', 'Rossi'])} & Co ${row}`,
    `https://www.company-${row}.${pick(row, ['com', 'es', 'co.uk'])}/about`,
    pick(row, ['Software', 'Retail', 'n/a', 'Health care', '-']),
    pick(row, ['Spain', 'Alemania', 'IT', 'UK']),
    pick(row, ['1-10', '11-50', '51-200', '5000+', '37']),
    pick(row, [
      `"${Math.floor(figure / 1000)}.${String(figure % 1000).padStart(3, '0')},50 €"`,
      `€${figure % 97}.5m`,
      '',
    ]),
    `${1 + (row % 28)}/${1 + (row % 12)}/${1950 + (row % 70)}`,
    pick(row, ['true', 'false']),
    String(figure / 100),
  ];
}

const header = 'Id,Company,Website,Industry,Country,Employees,Revenue,Founded,Uses CRM,Score';

function file(change: (lines: string[]) => void = () => undefined): string {
  const lines = [header, ...Array.from({ length: ROWS }, (_, row) => cells(row + 1).join(','))];
  change(lines);
  return `${lines.join('\n')}\n`;
}

/** One line ends otherwise: such a file cannot be read as it stands. */
const mixed = (text: string) => text.replace('\n', '\r\n');

function tellOf({ files, tables }: ImportResult) {
  return files.map(({ rows, quarantine, duplicates, warnings, mapping }) => ({
    rows,
    quarantine,
    duplicates,
    warnings,
    columns: mapping.columns.map(({ field, kind, format }) => ({ field, kind, format })),
    tables,
  }));
}

async function imported(text: string) {
  const result = await workspace.import({ 'companies.csv': text });
  const head = await workspace.store.head();
  const fields = head?.snapshot.fields.map((field) => ({ ...field, sources: [] }));
  const rows = await workspace.rows('accounts', [
    ...COLUMNS,
    'employees_low',
    'employees_high',
    'uses_crm',
    'score',
  ]);
  return { told: tellOf(result), fields, rows };
}

describe('a large plain list of accounts', () => {
  it('is typed while it is read, with the result of its staged copy', async () => {
    const atOnce = await imported(file());
    expect(staged).toBe(0);
    const byStaging = await imported(mixed(file()));
    expect(staged).toBe(1);
    expect(atOnce.told).toEqual(byStaging.told);
    expect(atOnce.fields).toEqual(byStaging.fields);
    expect(atOnce.rows).toHaveLength(ROWS);
    expect(atOnce.rows).toEqual(byStaging.rows);
  });

  it('replaces what it gave before', async () => {
    await imported(file());
    const again = await imported(file((lines) => lines.pop()));
    expect(staged).toBe(0);
    expect(again.rows).toHaveLength(ROWS - 1);
  });

  it.each([
    [
      'a cell that does not fit',
      (lines: string[]) => lines.splice(40_001, 1, lines[40_001]!.replace(/,[^,]*$/, ',many')),
      'Score',
    ],
    [
      'an id that an earlier row has',
      (lines: string[]) => lines.splice(40_001, 1, lines[7]!),
      'Id, Company, Website',
    ],
    ['a line with too few cells', (lines: string[]) => lines.splice(40_001, 1, 'A40001,Acme'), null],
  ])('is staged for %s, which alone is set aside', async (_, change, column) => {
    const { told, rows } = await imported(file(change));
    expect(staged).toBe(1);
    expect(rows).toHaveLength(ROWS - 1);
    expect(told[0]?.rows).toEqual({ in: ROWS, kept: ROWS - 1, quarantined: 1 });
    expect(told[0]?.quarantine.first).toMatchObject([{ line: 40_002, column }]);
  });

  it('is staged for a spelling that hardly any row has, and reads it', async () => {
    const rare = (lines: string[]) =>
      lines.splice(40_001, 1, lines[40_001]!.replace(/,(Spain|Alemania|IT|UK),/, ',Itàlia,'));
    const { rows } = await imported(file(rare));
    expect(staged).toBe(1);
    expect(rows).toHaveLength(ROWS);
  });

  it('is staged when a row has no id, which is then made', async () => {
    const { rows } = await imported(
      file((lines) => lines.splice(40_001, 1, lines[40_001]!.replace(/^A40001/, ''))),
    );
    expect(staged).toBe(1);
    expect(rows).toHaveLength(ROWS);
    expect(rows[40_000]?.account_id).not.toBeNull();
  });
});
