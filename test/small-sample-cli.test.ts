import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../src/base/stats/index.ts';
import { csv } from './journey.ts';
import { documentOf, runCli } from './run-cli.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-founder-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pick = <T>(of: readonly T[], at: number): T => of[at % of.length]!;

/** Customers in the order of their start: those in Porto pay somewhat more, nothing else matters. */
function customers(n: number): string {
  const random = createRandom(6);
  const rows = Array.from({ length: n }, (_, i) => {
    const city = pick(['Porto', 'Lyon', 'Graz'], random.integer(3));
    const worth = 5000 + (city === 'Porto' ? 1500 : 0) + Math.round(1500 * random.normal());
    return [
      `Firm ${i + 1}`,
      `firm-${i + 1}.example`,
      city,
      pick(['Bakery', 'Dairy', 'Mill'], random.integer(3)),
      3 + random.integer(50),
      i % 3 === 0 ? pick(['chain', 'owner'], random.integer(2)) : '',
      Math.max(600, worth),
      `${2023 + Math.floor(i / 24)}-${String(1 + (Math.floor(i / 2) % 12)).padStart(2, '0')}-15`,
    ];
  });
  const header = [
    'Company',
    'Website',
    'City',
    'Industry',
    'Staff',
    'Ownership',
    'Contract value',
    'Customer since',
  ];
  return csv([header, ...rows]);
}

interface Found {
  readonly customers: { readonly n: number; readonly best: number };
  readonly patterns: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly said: readonly object[];
  }[];
  readonly beliefs: readonly {
    readonly label: string;
    readonly seen: number;
    readonly pattern: string | null;
  }[];
  readonly next: { readonly kind: string; readonly question: string; readonly commands: readonly string[] };
  readonly expect: string;
}

/** One founder with one workspace, who types what is printed. */
function founder(name: string) {
  const workspace = join(folder, name);
  const bestfit = (...args: readonly string[]) => runCli(['-w', workspace, '--as-of', '2026-10-01', ...args]);
  return {
    bestfit,
    import: (n: number) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, customers(n));
      return bestfit('import', path);
    },
    discover: async () => documentOf(await bestfit('--json', 'discover', '--last', '25')) as Found,
    /** Types a printed command into a shell. */
    type: (command: string) => {
      const said = execFileSync('sh', ['-c', `set -- ${command}; printf '%s\\n' "$@"`], { encoding: 'utf8' });
      const [program, ...args] = said.trimEnd().split('\n');
      expect(program).toBe('bestfit');
      return bestfit(...args);
    },
  };
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('the workflow of the guide with the last 25 customers', () => {
  it('asks for beliefs before the first look, and tests each by itself', async () => {
    const { bestfit, import: bring, discover } = founder('first');
    const imported = await bring(40);
    expect(flat(imported.stdout)).toContain('Before you look, say which traits you believe in');
    await bestfit('judge', '--believe', '{ field: city, any: [Porto] }');
    await bestfit('judge', '--believe', '{ field: practitioners, min: 3 }');
    const { beliefs, patterns, customers: counted } = await discover();
    expect(counted.n).toBe(25);
    expect(beliefs).toMatchObject([
      { label: 'City is Porto', seen: 0 },
      { seen: 0, pattern: null },
    ]);
    expect(patterns.map(({ id }) => id)).toContain(beliefs[0]!.pattern);
    const text = flat((await bestfit('discover', '--last', '25')).stdout);
    expect(text).toContain('What was believed');
    expect(text).toContain('practitioners 3 or more: not tested yet, known for 0 of 25 customers');
  });

  it('says what 25 can show and one next question, whose commands run as they are printed', async () => {
    const { bestfit, import: bring, discover, type } = founder('second');
    await bring(40);
    const found = await discover();
    const text = (await bestfit('discover', '--last', '25')).stdout;
    expect(flat(text)).toContain(flat(found.expect));
    expect(text.match(/Next best question:/g)).toHaveLength(1);
    expect(found.next.commands.length).toBeGreaterThan(0);
    for (const command of found.next.commands) {
      expect(text).toContain(`\n    ${command}\n`);
      expect((await type(command)).status).toBe(0);
    }
  });

  it('keeps what sales and support say beside the figures, on the screen and on the page', async () => {
    const { bestfit, import: bring, discover } = founder('third');
    await bring(40);
    const { patterns } = await discover();
    const { id } = patterns[0]!;
    const judged = ['judge', '--pattern', id, '--team', 'support', '--kind', 'disagree'];
    expect((await bestfit(...judged, '--because', 'they call every day')).status).toBe(0);
    const again = await discover();
    expect(again.patterns.map((pattern) => ({ ...pattern, said: [] }))).toEqual(patterns);
    expect(again.patterns[0]?.said).toMatchObject([{ team: 'support', kind: 'disagree' }]);
    const words = 'support disagrees (they call every day)';
    for (const command of [
      ['discover', '--last', '25'],
      ['discover', '--explain', id],
    ]) {
      expect(flat((await bestfit(...command)).stdout)).toContain(words);
    }
    expect(flat((await bestfit('profile', 'draft', '--last', '25')).stdout)).toContain(words);
  });

  it('gives a page marked as a hypothesis, every line with its verdict, and the next question on it', async () => {
    const { bestfit, import: bring, discover } = founder('fourth');
    await bring(40);
    const { next, patterns } = await discover();
    const page = (await bestfit('profile', 'draft', '--last', '25')).stdout;
    expect(page).toContain('Hypothesis: useful to work with, not yet proven');
    const lines = page.match(/^ {3}[+−]\d {2}/gm) ?? [];
    const shown = patterns.filter(({ verdict }) => verdict !== 'none');
    expect(lines.length).toBeLessThanOrEqual(shown.length);
    expect((flat(page).match(/; (supported|suggestive, may be chance)/g) ?? []).length).toBe(lines.length);
    expect(flat(page)).toContain(flat(`- Next best question: ${next.question}`));
  });

  it('tests what is said after a look on customers who come later, and says how many there are', async () => {
    const { bestfit, import: bring, discover } = founder('fifth');
    await bring(25);
    await discover();
    const said = await bestfit('judge', '--believe', '{ field: city, any: [Porto] }');
    expect(flat(said.stdout)).toContain('Discovery has already looked at 25 accounts');
    const waiting = flat((await bestfit('discover')).stdout);
    expect(waiting).toContain(
      'after a look at 25 customers; not tested yet, waits for customers that come later',
    );
    expect(waiting).toMatch(/Next best question: You said on .* about 44 more settle it/);
    await bring(60);
    const found = documentOf(await bestfit('--json', 'discover')) as Found;
    expect(found.beliefs).toMatchObject([{ seen: 25, unseen: 35, known: 35 }]);
    expect(found.beliefs[0]?.pattern).not.toBeNull();
  });

  it('under 12 calls nothing more than a question', async () => {
    const { bestfit, import: bring } = founder('sixth');
    await bring(10);
    const { stdout, status } = await bestfit('discover');
    expect(status).toBe(0);
    expect(flat(stdout)).toContain('10 are too few to support anything');
    const { patterns } = documentOf(await bestfit('--json', 'discover')) as Found;
    expect(patterns.filter(({ verdict }) => verdict === 'supported')).toEqual([]);
    expect(stdout).toContain('Next best question:');
  });
});
