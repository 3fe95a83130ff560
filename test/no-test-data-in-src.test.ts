import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cellsOf, crmFiles, needsRealData, opportunitiesFile, realData } from './real-data.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Words that the test data share with every CRM, company database and map. */
const ordinary = new Set(
  `account, product, series, seller, employees, client, sector, source, competitors, scope, growth,
  status, manager, revenue, solution, marketing, software, medical, retail, event, small, normal,
  clear, stable, current, past, other, unknown, media, referral, prospecting, engaging, central,
  united states, partnership, authority, romania, italy, korea, norway, china, brazil, germany, poland,
  belgium, kenya, jordan, japan, panama, first deal, project, maintenance, services, employment,
  finance, entertainment, telecommunications, close_date, direct mail, online form, strategic account, neutral, lost, inity`.split(
    /,\s+/,
  ),
);

/** A text as a pattern that matches it and nothing else. */
function quoted(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}

describe.skipIf(realData === '')(
  `the product knows nothing of the data that it is tested on (${needsRealData})`,
  () => {
    const sources = readdirSync(src, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8').toLowerCase() }));

    const tables = () => [
      ...Object.values(crmFiles()).map(({ path }) => cellsOf(path, ',')),
      cellsOf(opportunitiesFile(), ';'),
    ];

    /** Columns and values of four letters or more that are nobody else's words. */
    function ownWords(cells: readonly string[]): readonly string[] {
      const words = new Set(cells.map((cell) => cell.trim().toLowerCase()));
      return [...words].filter((word) => /\p{L}.*\p{L}.*\p{L}.*\p{L}/u.test(word) && !ordinary.has(word));
    }

    const partsOf = (text: string) => text.split(/[^\p{L}\d]+/u).filter((part) => part !== '');
    const written = new Set(sources.flatMap(({ text }) => partsOf(text)));

    function occurrences(words: readonly string[]): readonly string[] {
      const possible = words.filter((word) => partsOf(word).every((part) => written.has(part)));
      return possible.flatMap((word) => {
        const pattern = new RegExp(`(?<![\\p{L}\\d])${quoted(word)}(?![\\p{L}\\d])`, 'u');
        return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => `${name}: ${word}`);
      });
    }

    it('has none of their column names', () => {
      const columns = ownWords(tables().flatMap(([header = []]) => header));
      expect(columns.length).toBeGreaterThan(20);
      expect(occurrences(columns)).toEqual([]);
    });

    it('has none of their values', () => {
      const [opportunities = [], ...crm] = tables().toReversed();
      const values = ownWords([
        ...crm.flatMap(([, ...rows]) => rows.flat()),
        ...opportunities
          .slice(1)
          .flat()
          .filter((value) => value.includes(' ')),
      ]);
      expect(values.length).toBeGreaterThan(100);
      expect(occurrences(values)).toEqual([]);
    });

    it('has none of their paths', () => {
      const folders = readdirSync(realData, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const names = folders.map(({ name }) => name.toLowerCase());
      expect(names.length).toBeGreaterThan(2);
      expect(
        sources.filter(({ text }) => names.some((name) => text.includes(`${name}/`))).map(({ name }) => name),
      ).toEqual([]);
    });
  },
);
