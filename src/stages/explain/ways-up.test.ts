import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnCard, noLines, toCard } from '../../../test/card-arbitraries.ts';
import { condition, record, SHAPES } from '../../../test/conditions-arbitraries.ts';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import { type ExprRecord, evaluate, fieldsOf } from '../../base/expr/index.ts';
import { type Card, scoreRecord, tierOf } from '../scorecard/index.ts';
import { waysUp } from './ways-up.ts';

const kindOf = (field: string) => SHAPES[field]?.kind ?? null;

const upFor = (card: Card, of: ExprRecord, kind = kindOf) =>
  waysUp(card, { record: of, score: scoreRecord(card, of), kindOf: kind });

const clinic = cardOf(`
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
    - { field: industry, any: [private clinic], points: 3 }
    - { field: industry, any: [dental clinic], points: 1 }
    - { field: employees, between: [3, 15], points: 3 }
    - { field: employees, min: 12, points: -2 }
    - { field: ticket, min: 100, points: 2 }
  technographic:
    - { uses: { category: scheduling }, points: 2 }
anti:
  - { field: employees, max: 3, because: too small }
tiers: { A: 9, B: 6, C: 3 }
`);

const ways = (known: Partial<ExprRecord>) =>
  upFor(clinic, recordOf(known))?.ways.map(({ steps, fit, tier, unless }) => ({
    steps: steps.map(({ kind, label }) => `${kind}: ${label}`),
    fit,
    tier,
    unless,
  }));
const dental = { industry: 'dental clinic', country: 'ES' };

describe('what moves an account up a tier', () => {
  it('is finding out what is unknown before a change that could happen', () => {
    const looked = [{ scope: 'scheduling', checkedOn: null }];
    const values = { ...dental, industry: 'private clinic', employees: 5 };
    expect(ways({ values, coverage: looked })).toEqual([
      {
        steps: ['find-out: ticket 100 or more', 'can-change: uses a scheduling tool'],
        fit: 10,
        tier: 'A',
        unless: [],
      },
    ]);
    expect(ways({ values: { ...dental, employees: 5, ticket: 80 }, coverage: looked })).toEqual([
      { steps: ['can-change: ticket 100 or more'], fit: 6, tier: 'B', unless: [] },
      { steps: ['can-change: uses a scheduling tool'], fit: 6, tier: 'B', unless: [] },
    ]);
    expect(
      ways({ values: { ...dental, employees: 5 }, coverage: looked })?.map(({ steps }) => steps),
    ).toEqual([['find-out: ticket 100 or more'], ['can-change: uses a scheduling tool']]);
  });

  it('counts on the worst case of what the same fact says elsewhere, and names what it could disqualify', () => {
    expect(ways({ values: { industry: 'private clinic', country: 'ES' } })).toEqual(
      [
        {
          steps: ['find-out: employees 3-15', 'find-out: ticket 100 or more'],
          fit: 6,
          tier: 'B',
          unless: ['too small'],
        },
        {
          steps: ['find-out: employees 3-15', 'find-out: uses a scheduling tool'],
          fit: 6,
          tier: 'B',
          unless: ['too small'],
        },
        {
          steps: ['find-out: ticket 100 or more', 'find-out: uses a scheduling tool'],
          fit: 7,
          tier: 'B',
          unless: [],
        },
      ].toSorted((a, b) => b.fit - a.fit),
    );
  });

  it('leaves out what nobody can change, and names it', () => {
    const up = upFor(clinic, recordOf({ values: { ...dental, employees: 60, ticket: 10 } }));
    expect(up?.given.map(({ label, held, points }) => [label, held, points])).toEqual([
      ['industry is private clinic', 'dental clinic', 3],
      ['employees 3-15', '60', 3],
      ['employees 12 or more', '60', 2],
      ['ticket 100 or more', '10', 2],
    ]);
    expect(up).toMatchObject({ tier: 'C', from: 3, missing: 4, most: 2, ways: [] });
  });

  it('takes a number near the end of its window for one that moves, one far from it not', () => {
    const kinds = (employees: number) => {
      const up = upFor(clinic, recordOf({ values: { ...dental, employees } }));
      const told = [...(up?.ways ?? []).flatMap(({ steps }) => steps), ...(up?.given ?? [])];
      return [...new Set(told.filter(({ line }) => line === 'fit-3').map(({ kind }) => kind))];
    };
    expect([kinds(22), kinds(23)]).toEqual([['can-change'], ['given']]);
  });

  it('is nothing at the top, outside the market and for a disqualified account', () => {
    const all = { industry: 'private clinic', employees: 5, ticket: 200, country: 'ES' };
    const technologies = [{ technology: null, category: 'scheduling', firstSeen: null }];
    expect(upFor(clinic, recordOf({ values: all, technologies }))).toBeNull();
    expect(upFor(clinic, recordOf({ values: { ...dental, country: 'PT' } }))).toBeNull();
    expect(upFor(clinic, recordOf({ values: { ...dental, employees: 2 } }))).toBeNull();
  });
});

/** Lines on a field of their own: whether it holds is told by a number near the end of its window. */
const independent = fc.record({
  lines: fc.array(
    fc.record({
      points: fc.integer({ min: -5, max: 5 }).filter((points) => points !== 0),
      value: fc.constantFrom(4, 6, null),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  from: fc.integer({ min: -3, max: 15 }),
});

describe('the smallest ways up', () => {
  it('are all of one line that reach the tier, else all of two', () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(independent, ({ lines, from }) => {
        const page = lines
          .map(({ points }, i) => `    - { field: f${i}, min: 5, points: ${points} }`)
          .join('\n');
        const card = cardOf(`fit:\n  firmographic:\n${page}\ntiers: { A: 100, B: 99, C: ${from} }\n`);
        const of = recordOf({ values: Object.fromEntries(lines.map(({ value }, i) => [`f${i}`, value])) });
        const up = upFor(card, of, () => 'number');
        const { fit } = scoreRecord(card, of);
        if (fit >= from) return;
        const gains = lines.map(({ points, value }) =>
          points > 0 ? (value === 6 ? 0 : points) : value === 6 ? -points : 0,
        );
        const open = gains.flatMap((gain, i) => (gain > 0 ? [i] : []));
        const alone = open.filter((i) => fit + gains[i]! >= from).map((i) => [i]);
        const pairs = open.flatMap((i) =>
          open.filter((j) => j > i && fit + gains[i]! + gains[j]! >= from).map((j) => [i, j]),
        );
        const expected = alone.length > 0 ? alone : pairs;
        const found = up?.ways.map(({ steps }) => steps.map(({ line }) => Number(line.slice(4)) - 1));
        expect(found?.map(String).toSorted()).toEqual(expected.map(String).toSorted());
        for (const way of found ?? []) sizes.add(way.length);
      }),
      { numRuns: 400 },
    );
    expect([...sizes].toSorted()).toEqual([1, 2]);
  });

  it('hold for every account of which their lines come out so', () => {
    let checked = 0;
    const onFields = condition.filter(
      (of) => fieldsOf(of).length > 0 && of.op !== 'growth' && of.op !== 'all',
    );
    const fit = fc.array(fc.record({ condition: onFields, points: fc.integer({ min: -5, max: 5 }) }), {
      minLength: 2,
      maxLength: 6,
    });
    const scene = fc.record({ records: fc.array(record, { minLength: 30, maxLength: 30 }), fit });
    fc.assert(
      fc.property(scene, ({ records, fit: lines }) => {
        const card = toCard({ ...noLines, fit: lines, tiers: [1, 4, 7] }, records, []);
        for (const of of records.slice(0, 10))
          for (const way of upFor(card, of)?.ways ?? [])
            for (const other of records) {
              const changed = withFactsOf(other, of, { card, steps: way.steps });
              if (changed === null) continue;
              checked++;
              expect(tierOf(scoreRecord(card, changed).fit, card.tiers) <= way.tier).toBe(true);
              expect(scoreRecord(card, changed).fit).toBeGreaterThanOrEqual(way.fit);
            }
      }),
      { numRuns: 150 },
    );
    expect(checked).toBeGreaterThan(500);
  });

  it('are reached by no line alone when they are of two', () => {
    let pairs = 0;
    fc.assert(
      fc.property(drawnCard, fc.array(record, { minLength: 20, maxLength: 20 }), (drawn, records) => {
        const card = toCard(drawn, records, []);
        for (const of of records) {
          const up = upFor(card, of);
          const sizes = new Set(up?.ways.map(({ steps }) => steps.length));
          expect(sizes.size).toBeLessThan(2);
          for (const way of up?.ways ?? []) expect(way.fit).toBeGreaterThanOrEqual(up!.from);
          if (sizes.has(2)) pairs++;
        }
      }),
      { numRuns: 60 },
    );
    expect(pairs).toBeGreaterThan(5);
  });
});

/** The account with what another holds of the fields behind some lines; null unless the lines then come out as said. */
function withFactsOf(
  other: ExprRecord,
  of: ExprRecord,
  {
    card,
    steps,
  }: { readonly card: Card; readonly steps: readonly { readonly line: string; readonly outcome: string }[] },
): ExprRecord | null {
  const lines = steps.map(({ line }) => card.fit.find(({ id }) => id === line)!);
  const fields = lines.flatMap(({ condition: asked }) => fieldsOf(asked));
  const taken = <T>(from: Readonly<Record<string, T>>) =>
    Object.fromEntries(fields.flatMap((field) => (field in from ? [[field, from[field]!]] : [])));
  const changed = {
    ...of,
    values: { ...of.values, ...taken(other.values) },
    currencies: { ...of.currencies, ...taken(other.currencies) },
  };
  const bands = fields.some((field) => !isWithin(of.values[field] ?? null, other.values[field] ?? null));
  const holds = lines.every((line, i) => evaluate(line.condition, changed) === (steps[i]!.outcome === 'yes'));
  return holds && !bands ? changed : null;
}

/** What is known of a band stays true. */
function isWithin(known: unknown, value: unknown): boolean {
  if (known === null || typeof known !== 'object' || Array.isArray(known)) return true;
  const { low, high } = known as { low: number; high: number };
  if (typeof value === 'number') return low <= value && value <= high;
  const band = value as { low: number; high: number } | null;
  return band !== null && typeof band === 'object' && low <= band.low && band.high <= high;
}
