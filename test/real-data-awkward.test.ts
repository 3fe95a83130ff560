import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../src/app/export-file.ts';
import { exportTable } from '../src/app/export-table.ts';
import { column, parquet, select } from '../src/base/sql/index.ts';
import { findTables } from '../src/edges/connectors/index.ts';
import { fileRequest } from './file-request.ts';
import { needsRealData, realData } from './real-data.ts';
import { type TestWorkspace, testWorkspace } from './test-workspace.ts';

const formats: readonly ExportFormat[] = ['csv', 'xlsx'];

describe.skipIf(realData === '')(`awkward files (${needsRealData})`, () => {
  let workspace: TestWorkspace;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bestfit-awkward-'));
  });

  beforeEach(async () => {
    workspace = await testWorkspace();
  });

  afterEach(() => workspace.dispose());
  afterAll(() => rm(folder, { recursive: true }));

  /** Imports a file, exports what it gave and reads that as a table of texts, by header. */
  async function throughExport(path: string, format: ExportFormat) {
    await workspace.import({ 'a.csv': { path, as: 'accounts' } });
    const to = join(folder, `out.${format}`);
    const target = { to, format, force: true, table: 'accounts' };
    const { neutralised } = await exportTable(workspace, target);
    const { tables } = await findTables([to], { scratchFile: () => '', onUnpack: () => undefined });
    const [{ connector, part }] = tables as [(typeof tables)[number]];
    const request = fileRequest(to, `${to}.parquet`, { part });
    const { columns, headers, rows } = await connector.stage(workspace.engine, request);
    const cells = await workspace.engine.rows(
      select({ columns: columns.map((name) => column(name)), from: parquet(request.to) }),
    );
    expect(rows).toBe(cells.length);
    const texts = cells.map((row) =>
      Object.fromEntries(headers.map((header, index) => [header, row[columns[index] ?? ''] ?? ''])),
    );
    return { texts, neutralised };
  }

  const spectrum = join(realData, 'csv_spectrum');
  const names = realData === '' ? [] : readdirSync(join(spectrum, 'csvs')).map((name) => name.slice(0, -4));

  describe.each(formats)('come out of %s as they went in', (format) => {
    // Its JSON has another phone number than its CSV.
    it.each(names.filter((name) => name !== 'location_coordinates'))('%s', async (name) => {
      const expected = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8')) as Record<
        string,
        string
      >[];
      const content = readFileSync(join(spectrum, 'csvs', `${name}.csv`), 'utf8');
      const path = join(folder, `${name}.csv`);
      // These files lost their own line ends on their way.
      const ends = name.endsWith('_crlf') ? '\r\n' : '\n';
      await writeFile(path, content.replaceAll(/\r?\n/g, ends));
      const { texts } = await throughExport(path, format);
      expect(texts).toHaveLength(expected.length);
      expected.forEach((row, index) => {
        for (const [header, text] of Object.entries(row)) {
          const key = header === 'key' ? 'account_id' : header;
          expect(texts[index]?.[key]).toBe(text);
        }
      });
    });

    it('the naughty strings, but for the apostrophe that keeps a formula still', async () => {
      const all = JSON.parse(readFileSync(join(realData, 'blns', 'blns.json'), 'utf8')) as string[];
      const strings = all.filter((text) => !text.includes('\0'));
      const path = join(folder, 'naughty.csv');
      await writeFile(path, csv([['Company', 'Notes'], ...strings.map((text, i) => [`Firm ${i}`, text])]));
      const { texts, neutralised } = await throughExport(path, format);
      const byName = new Map(texts.map(({ name, notes }) => [name, String(notes)]));
      // Spaces around a text are no part of it; words for nothing and mere punctuation are blanks.
      const bare = (text = '') => text.replaceAll(/^[\s\u0085]+|[\s\u0085]+$/g, '');
      const nothing = /^(\(?(undefined|null|nan)\)?|[\p{P}\p{S}]+)$/iu;
      const after = strings.map((text, i) => ({ text: bare(text), out: bare(byName.get(`Firm ${i}`)) }));
      const changed = after.filter(({ text, out }) => out !== text && out !== `'${text}`);
      expect(changed.filter(({ text, out }) => out !== '' || !nothing.test(text))).toEqual([]);
      expect(strings.length - changed.length).toBeGreaterThan(480);
      expect(after.filter(({ text, out }) => out === `'${text}`)).toHaveLength(neutralised);
    });

    it('the injection payloads still', async () => {
      const files = readdirSync(join(realData, 'csv_injection'));
      const lines = files.flatMap((name) =>
        readFileSync(join(realData, 'csv_injection', name), 'utf8').split(/\r?\n/),
      );
      const payloads = [...new Set(lines)].filter((line) => line !== '');
      const path = join(folder, 'payloads.csv');
      const rows = payloads.map((text, i) => [`Firm ${i}`, text, `-${i + 1}.5`]);
      await writeFile(path, csv([['Company', 'Notes', 'Balance change'], ...rows]));
      const { texts } = await throughExport(path, format);
      const notes = texts.map((row) => String(row.notes));
      expect(notes.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
      expect(notes.map((text) => text.replace(/^'/, ''))).toEqual(payloads);
      expect(texts.map((row) => row.balance_change)).toEqual(payloads.map((_, i) => `-${i + 1}.5`));
    });
  });
});

function csv(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}
