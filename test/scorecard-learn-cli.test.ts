import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../src/base/stats/index.ts';
import { documentOf, runCli } from './run-cli.ts';

let folder: string;

const bestfit = (...args: readonly string[]) =>
  runCli(['-w', join(folder, 'ws'), '--quiet', '--as-of', '2026-09-30', ...args]);
const json = async <T>(...args: readonly string[]) => documentOf(await bestfit('--json', ...args)) as T;
const words = async (...args: readonly string[]) => (await bestfit(...args)).stdout.replaceAll(/\s+/g, ' ');

interface Line {
  readonly label: string;
  readonly points: number;
  readonly rubric: number;
  readonly subject: string;
}

interface Learned {
  readonly kind: string;
  readonly contrast: string;
  readonly price: number | null;
  readonly customers: { readonly n: number; readonly best: number };
  readonly cards: readonly { readonly lines: readonly Line[] }[];
  readonly chances: readonly {
    readonly total: number;
    readonly rate: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly validation: {
    readonly verdict: string;
    readonly random: {
      readonly n: number;
      readonly rivals: Readonly<
        Record<string, { readonly auc: { readonly value: number; readonly low: number } }>
      >;
    };
    readonly forward: { readonly n: number } | null;
  };
  readonly saved: { readonly profile: string; readonly version: number } | null;
}

/** 78 customers and 200 prospects: clinics of 20 to 80 employees pay most; 80 deals are won by who exports. */
function writeFiles(): void {
  const random = createRandom(8);
  const customers = ['company,industry,employees,exports,contract value,started on'];
  const prospects = ['company,industry,employees,exports'];
  const deals = ['deal,company,outcome,created on'];
  for (let i = 0; i < 278; i++) {
    const industry = random.next() < 0.5 ? 'clinic' : ['retail', 'logistics', 'software'][random.integer(3)]!;
    const employees = 5 + random.integer(115);
    const exports = random.next() < 0.5;
    const line = `Company ${i},${industry},${employees},${exports ? 'yes' : 'no'}`;
    const fits = 6000 * Number(industry === 'clinic') + 6000 * Number(employees >= 20 && employees <= 80);
    const value = Math.round(Math.max(500, 10_000 + fits + 2000 * random.normal()));
    const month = String(1 + (i % 12)).padStart(2, '0');
    if (i < 78) customers.push(`${line},${value},20${22 + Math.floor(i / 26)}-${month}-1${i % 9}`);
    else prospects.push(line);
    if (i >= 78 && i < 158)
      deals.push(
        `D${i},Company ${i},${random.next() < (exports ? 0.85 : 0.2) ? 'won' : 'lost'},2026-0${1 + (i % 3)}-1${i % 9}`,
      );
  }
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  write('customers.csv', customers);
  write('prospects.csv', prospects);
  write('deals.csv', deals);
}

let learned: Learned;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-learn-'));
  writeFiles();
  for (const file of ['customers', 'prospects', 'deals'])
    expect(await bestfit('import', join(folder, `${file}.csv`))).toMatchObject({ status: 0 });
  expect(await bestfit('profile', 'draft')).toMatchObject({ status: 0 });
  learned = await json<Learned>('scorecard', 'learn', '--contrast', 'best-rest');
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bestfit scorecard learn', () => {
  it('gives the traits that make the best their points, and leaves the page alone', async () => {
    const subjects = learned.cards[0]!.lines.filter(({ points }) => points > 0).map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining(['field industry', 'field employees']));
    expect([learned.contrast, learned.saved]).toEqual(['best-rest', null]);
    expect(await json('profile', 'show')).toMatchObject({ page: { head: { version: 1 } } });
  });

  it('holds the card, the rubric, a single trait and the base rate to the same customers not seen', () => {
    const { random, verdict } = learned.validation;
    expect(Object.keys(random.rivals)).toEqual(['card', 'rubric', 'single', 'base']);
    expect([verdict, random.n]).toEqual(['holds', learned.customers.n]);
    expect(random.rivals.card!.auc.value).toBeGreaterThan(random.rivals.single!.auc.value);
    expect(random.rivals.base!.auc.value).toBe(0.5);
  });

  it('says what every total is worth, never less for more points', () => {
    const rates = learned.chances.map(({ rate }) => rate);
    expect(rates).toEqual(rates.toSorted((one, other) => one - other));
    for (const { rate, low, high } of learned.chances)
      expect([low <= rate, rate <= high]).toEqual([true, true]);
  });

  it('prints all of it for people, chances moved to the share that they know', async () => {
    const text = await words('scorecard', 'learn', '--contrast', 'best-rest', '--prior', '5%');
    expect(text).toContain(`A scorecard learned from ${learned.customers.n} customers`);
    expect(text).toContain('How it holds on customers it has not seen');
    expect(text).toContain('Not tested forward in time: fewer than 8 of an outcome');
    expect(text).toContain('What a total is worth: chance to be best, where 5.0% of all are');
    expect(text).toContain('The page stays as it is. `bestfit scorecard learn --save`');
    const highest = /held out (\d+) [█░]+ (\d+)%/.exec(text)!;
    const before = learned.chances.find(({ total }) => total === Number(highest[1]))!.rate;
    expect(Number(highest[2]) / 100).toBeLessThan(before - 0.1);
  }, 60_000);

  it('keeps what a person says: a line of the page, a sign, and what is forbidden', async () => {
    const asked = await json<Learned>(
      'scorecard',
      'learn',
      '--contrast',
      'best-rest',
      '--keep',
      'clinic=5',
      '--forbid',
      'exports',
      '--most',
      '2',
    );
    const { lines } = asked.cards[0]!;
    expect(lines.filter(({ subject }) => subject === 'field industry').map(({ points }) => points)).toEqual([
      5,
    ]);
    expect(lines.some(({ subject }) => subject.includes('exports'))).toBe(false);
    expect(lines.length).toBeLessThanOrEqual(2);
  }, 60_000);

  it('refuses a name that the data do not have, a line that the page does not have, and a share that is none', async () => {
    const refused = async (...args: readonly string[]) => {
      const { status, stderr } = await bestfit('scorecard', 'learn', ...args);
      return [status, stderr];
    };
    expect(await refused('--forbid', 'shoe size')).toEqual([
      3,
      expect.stringContaining('`shoe size` is no field'),
    ]);
    expect(await refused('--keep', 'shoe size')).toEqual([
      3,
      expect.stringContaining('No fit line of the page'),
    ]);
    expect(await refused('--prior', '120%')).toEqual([2, expect.stringContaining('a share such as 5%')]);
    expect(await refused('--contrast', 'churned-kept', '--save')).toEqual([
      3,
      expect.stringContaining('is no page of whom to win'),
    ]);
    expect(await refused('--contrast', 'best-rest', '--save', '9')).toEqual([
      3,
      expect.stringContaining('There is no card 9'),
    ]);
  }, 60_000);

  it('puts two outcomes side by side: what wins deals is not what the best share', async () => {
    interface Compared {
      readonly cards: readonly Learned[];
      readonly subjects: readonly {
        readonly subject: string;
        readonly first: Line | null;
        readonly second: Line | null;
      }[];
      readonly tiers: { readonly counts: readonly { readonly accounts: number }[] } | null;
    }
    const { subjects, tiers, cards } = await json<Compared>('scorecard', 'compare');
    expect(cards[0]!.validation.forward?.n).toBeGreaterThan(20);
    const exports = subjects.find(({ subject }) => subject === 'field exports');
    const industry = subjects.find(({ subject }) => subject === 'field industry');
    expect([exports?.first?.points, industry?.second?.points].every((points) => points !== undefined)).toBe(
      true,
    );
    expect(exports?.second).toBeNull();
    const { accounts, outsideMarket, disqualified } = await json<
      Record<'accounts' | 'outsideMarket' | 'disqualified', number>
    >('score', '--counts');
    const compared = tiers!.counts.reduce((sum, pair) => sum + pair.accounts, 0);
    expect(compared).toBe(accounts - outsideMarket - disqualified);
  }, 240_000);

  it('gives the page its points with --save, and then every account its chance and every edit its price', async () => {
    const before = await json<{ readonly list: readonly { readonly win_probability: number | null }[] }>(
      'list',
    );
    const saved = await json<Learned>('scorecard', 'learn', '--contrast', 'best-rest', '--save');
    expect(saved.saved?.version).toBeGreaterThanOrEqual(1);
    const { list } = await json<{
      readonly list: readonly { readonly fit: number; readonly win_probability: number }[];
    }>('list');
    const chances = new Map(saved.chances.map(({ total, rate }) => [total, rate]));
    for (const { fit, win_probability } of list) expect(win_probability).toBe(chances.get(fit));
    expect(before.list.length).toBe(list.length);
    const edit = await json<{ readonly heldOut: { readonly before: { readonly auc: number } } | null }>(
      'scorecard',
      'set',
      'clinic',
      '0',
    );
    expect(edit.heldOut!.before.auc).toBeCloseTo(saved.validation.random.rivals.card!.auc.value, 2);
    const file = join(folder, 'list.csv');
    expect(await bestfit('export', 'list', '--to', file)).toMatchObject({ status: 0 });
  }, 120_000);
});

describe('bestfit scorecard learn without evidence', () => {
  it('ends with 3, says so, and gives no account a chance', async () => {
    const random = createRandom(3);
    const rows = Array.from(
      { length: 80 },
      (_, i) =>
        `Firm ${i},${['a', 'b', 'c'][random.integer(3)]},${random.integer(100)},${random.integer(9000)}`,
    );
    writeFileSync(
      join(folder, 'noise.csv'),
      `company,industry,employees,contract value\n${rows.join('\n')}\n`,
    );
    const noise = (...args: readonly string[]) =>
      runCli(['-w', join(folder, 'noise'), '--quiet', '--as-of', '2026-09-30', ...args]);
    await noise('import', join(folder, 'noise.csv'), '--as', 'customers');
    const { status, stdout } = await noise('scorecard', 'learn');
    expect([status, stdout]).toEqual([
      3,
      expect.stringContaining('No evidence that any card beats the base rate'),
    ]);
    expect(await noise('profile', 'draft')).toMatchObject({ status: 0 });
    const kept = await noise('scorecard', 'learn', '--save');
    expect([kept.status, kept.stderr]).toEqual([
      3,
      expect.stringContaining('There is no evidence that any card beats the base rate'),
    ]);
  }, 120_000);
});
