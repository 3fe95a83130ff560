import { beforeAll, describe, expect, it } from 'vitest';
import { clinicSample, sampleDay } from '../samples/index.ts';
import type { DiscoverOutcome } from '../src/app/discover-patterns.ts';
import { rankValue } from '../src/app/rank-value.ts';
import type { FileKind } from '../src/stages/dataset/index.ts';
import { asOf, at, csv, Journey } from './journey.ts';
import { cellsOf, needsRealData, opportunitiesFile, realData } from './real-data.ts';

type Found = Extract<DiscoverOutcome, { kind: 'discovery' }>;
type Cells = readonly (readonly string[])[];

interface Named {
  readonly rows: Cells;
  readonly as: FileKind;
  /** What nobody can guess from a column named `a7`, by position. */
  readonly maps: Readonly<Record<number, string>>;
  readonly asOf: string;
}

/** What discovery says of a file, as it is and with its columns named a1, a2, ... */
async function bothWays({ rows, as, maps, asOf: day }: Named): Promise<readonly [Found, Found]> {
  const [header = [], ...body] = rows;
  const renamed = header.map((_, i) => `a${i + 1}`);
  const said = Object.entries(maps).map(([i, field]) => ({ column: renamed[Number(i)]!, field }));
  const found: Found[] = [];
  for (const [names, overrides] of [
    [header, []],
    [renamed, said],
  ] as const) {
    const journey = await Journey.start();
    await journey.import({ 'file.csv': { text: csv([names, ...body]), as } }, { maps: overrides });
    found.push(await journey.patterns({ seed: 1, asOf: day }));
    await journey.end();
  }
  return [found[0]!, found[1]!];
}

/** Verdicts by counts, which no name can change. */
function verdicts({ patterns }: Found) {
  return patterns
    .map(({ direction, best, rest, unknown, verdict }) => ({ direction, best, rest, unknown, verdict }))
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

const leakKinds = ({ leaks }: Found) => leaks.map(({ kind }) => kind).toSorted();

describe.skipIf(realData === '')(`real opportunities with every column renamed (${needsRealData})`, () => {
  let named: Found;
  let renamed: Found;

  beforeAll(async () => {
    const rows = cellsOf(opportunitiesFile(), ';');
    const at = (name: string) => rows[0]!.indexOf(name);
    [named, renamed] = await bothWays({
      rows,
      as: 'deals',
      maps: {
        [at('Status')]: 'deals.outcome',
        [at('Seller')]: 'deals.owner',
        [at('Source')]: 'deals.source',
      },
      asOf,
    });
  }, 120_000);

  it('give the same verdicts on the same counts', () => {
    expect(verdicts(renamed)).toEqual(verdicts(named));
    expect(verdicts(named).filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThan(5);
  });

  it('give the same leaks, and ask about every column that they ask about under its own name', () => {
    expect(leakKinds(renamed)).toEqual(leakKinds(named));
    const header = cellsOf(opportunitiesFile(), ';')[0]!;
    const asked = named.asks.map(({ label }) => `a${header.indexOf(label) + 1}`);
    expect(asked.length).toBeGreaterThan(5);
    expect(renamed.asks.map(({ label }) => label)).toEqual(expect.arrayContaining(asked));
  });
});

describe('customers of the sample with every column renamed, and two columns filled in after the fact', () => {
  let named: Found;
  let renamed: Found;

  beforeAll(async () => {
    const rows = await withLeaks(
      clinicSample(7)[0]!
        .text.trimEnd()
        .split('\n')
        .map((line) => line.split(',')),
    );
    const at = (name: string) => rows[0]!.indexOf(name);
    [named, renamed] = await bothWays({
      rows,
      as: 'customers',
      maps: {
        [at('Account ID')]: 'customers.account_id',
        [at('Company')]: 'accounts.name',
        [at('Website')]: 'accounts.domain',
        [at('Industry')]: 'accounts.industry',
        [at('Country')]: 'accounts.country',
        [at('Founded')]: 'accounts.founded',
        [at('Contract value (€/year)')]: 'customers.contract_value',
        [at('Customer since')]: 'customers.started_on',
        [at('Churned on')]: 'customers.ended_on',
        [at('NPS')]: 'customers.nps',
        [at('Support tickets')]: 'customers.support_tickets',
        [at('Days to close')]: 'customers.days_to_close',
      },
      asOf: sampleDay,
    });
  }, 120_000);

  it('give the same verdicts on the same counts', () => {
    expect(verdicts(renamed)).toEqual(verdicts(named));
    expect(verdicts(named).filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThanOrEqual(2);
  });

  it('give the same leaks', () => {
    expect(leakKinds(named)).toEqual(expect.arrayContaining(['missing-with-label', 'nearly-perfect']));
    expect(leakKinds(renamed)).toEqual(leakKinds(named));
    const set = new Set(named.leaks.map(({ field }) => field));
    expect([set.has('welcome_gift'), set.has('segment')]).toEqual([true, true]);
  });
});

/** Adds a column known only for the best, and one that repeats who they are. */
async function withLeaks([header = [], ...body]: Cells): Promise<Cells> {
  const journey = await Journey.start();
  await journey.import({ 'file.csv': { text: csv([header, ...body]), as: 'customers' } });
  const value = await rankValue(journey.workspace, { asOf: sampleDay, at, weights: {}, last: null, seed: 1 });
  await journey.end();
  if (value.kind !== 'ranking') throw new Error('no ranking');
  const best = new Set(value.customers.filter((customer) => customer.best).map(({ accountId }) => accountId));
  return [
    [...header, 'Welcome gift', 'Segment'],
    ...body.map((row, i) => {
      const isBest = best.has(row[0]!);
      return [...row, isBest ? ['card', 'basket'][i % 2]! : '', isBest ? 'gold' : 'silver'];
    }),
  ];
}
