import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../test/score-support.ts';
import type { Value } from '../../base/expr/index.ts';
import type { FieldKind } from '../dataset/index.ts';
import { agreesOn } from './agrees-on.ts';
import type { ComparedSubject, ToolUse, ValueCondition } from './compared-subjects.ts';

const fieldOf = (valueKind: FieldKind, conditions: readonly ValueCondition[] = []): ComparedSubject => ({
  kind: 'field',
  label: 'f',
  field: 'f',
  valueKind,
  conditions,
  points: conditions.length,
});
const window = (low: number, high: number): ValueCondition => ({
  op: 'window',
  field: 'f',
  low,
  high,
  currency: null,
});
const agree = (subject: ComparedSubject, a: Value, b: Value) =>
  agreesOn(subject, recordOf({ values: { f: a } }), recordOf({ values: { f: b } }));

describe('two accounts agree on', () => {
  it('a number in the same window of the card, however far apart, and not across its end', () => {
    const asked = fieldOf('number', [window(3, 15)]);
    expect([agree(asked, 3, 15), agree(asked, 15, 16), agree(asked, 16, 18), agree(asked, 16, 60)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('a number that no line asks about within a factor of 1.5', () => {
    const plain = fieldOf('number');
    expect([agree(plain, 10, 15), agree(plain, 15.1, 10), agree(plain, 0, 0), agree(plain, 0, 1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([agree(plain, -10, -15), agree(plain, -10, 10)]).toEqual([true, false]);
  });

  it('a band inside the window; of one across its end it is not known', () => {
    const asked = fieldOf('number', [window(3, 15)]);
    expect([agree(asked, { low: 8, high: 15 }, 4), agree(asked, { low: 8, high: 20 }, 4)]).toEqual([
      true,
      null,
    ]);
    expect(agree(fieldOf('number'), { low: 8, high: 15 }, 10)).toBeNull();
    expect(agree(fieldOf('number'), { low: 8, high: 15 }, { low: 8, high: 15 })).toBe(true);
  });

  it('years and dates at most three years apart', () => {
    expect([agree(fieldOf('year'), 2010, 2013), agree(fieldOf('year'), 2010, 2014)]).toEqual([true, false]);
    expect([
      agree(fieldOf('date'), '2020-01-01', '2022-12-31'),
      agree(fieldOf('date'), '2020-01-01', '2023-01-02'),
    ]).toEqual([true, false]);
  });

  it('texts that are alike, sets that share an element, the same answer', () => {
    const category = fieldOf('category');
    expect([agree(category, 'Dental Clinic', 'dental-clinic'), agree(category, 'a', 'b')]).toEqual([
      true,
      false,
    ]);
    expect([agree(fieldOf('set'), ['a', 'b'], ['b']), agree(fieldOf('set'), ['a'], ['b'])]).toEqual([
      true,
      false,
    ]);
    expect([agree(fieldOf('boolean'), true, true), agree(fieldOf('boolean'), true, false)]).toEqual([
      true,
      false,
    ]);
  });

  it('any two texts that one line of the card names', () => {
    const named = fieldOf('category', [{ op: 'member', field: 'f', values: ['a', 'b'], negated: false }]);
    expect([agree(named, 'a', 'b'), agree(named, 'a', 'c'), agree(named, 'c', 'd')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('sums in the same currency; of others it is not known', () => {
    const paid = (currency: string | null) => recordOf({ values: { f: 100 }, currencies: { f: currency } });
    expect(agreesOn(fieldOf('money'), paid('EUR'), paid('EUR'))).toBe(true);
    expect(agreesOn(fieldOf('money'), paid('EUR'), paid('USD'))).toBeNull();
  });

  it('a tool that both use, and on lacking one only where a line asks', () => {
    const use: ToolUse = {
      op: 'tool',
      negated: false,
      technologies: null,
      categories: ['crm'],
      since: null,
      scopes: ['crm'],
      coveredEverywhere: false,
    };
    const asked: ComparedSubject = { kind: 'tool', label: 'crm tools', use, points: 2 };
    const [uses, lacks, unknown] = [
      recordOf({ technologies: [{ technology: 'x', category: 'crm', firstSeen: null }] }),
      recordOf({ coverage: [{ scope: 'crm', checkedOn: null }] }),
      recordOf({}),
    ];
    const pairs = [
      [uses, uses],
      [uses, lacks],
      [lacks, lacks],
      [uses, unknown],
      [lacks, unknown],
    ] as const;
    expect(pairs.map(([a, b]) => agreesOn(asked, a, b))).toEqual([true, false, true, null, null]);
    const unasked = { ...asked, points: 0 };
    expect(pairs.map(([a, b]) => agreesOn(unasked, a, b))).toEqual([true, false, null, null, null]);
  });

  it('nothing that is unknown or says that it is', () => {
    const values = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.string()));
    const kinds = fc.constantFrom<FieldKind[]>('number', 'category', 'boolean', 'set');
    fc.assert(
      fc.property(kinds, values, (kind, value) => {
        expect(agree(fieldOf(kind), value, null)).toBeNull();
        expect(agree(fieldOf(kind), null, value)).toBeNull();
      }),
    );
    expect(agree(fieldOf('category'), 'Unknown', 'Unknown')).toBeNull();
    expect(agree(fieldOf('set'), ['TBD'], ['TBD'])).toBeNull();
  });

  it('the same whoever is asked first', () => {
    const number = fc.option(fc.integer({ min: -5, max: 40 }), { nil: null });
    const ends = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(number, number, fc.array(ends, { maxLength: 2 }), (a, b, windows) => {
        const subject = fieldOf(
          'number',
          windows.map(([low, width]) => window(low, low + width)),
        );
        expect(agree(subject, a, b)).toBe(agree(subject, b, a));
      }),
    );
  });
});
