import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { codeDates } from './code-dates.ts';
import { codeRegions } from './code-regions.ts';
import { discover } from './discover.ts';
import { aboutTest, inputFor, noise, numbers, texts, truths } from './discovery-fixtures.ts';
import { scanLeaks } from './scan-leaks.ts';

const n = 90;
const base = noise(3, n, 3);
const label = base.label;
const random = createRandom(12);
const kinds = (fields: Parameters<typeof inputFor>[1], changes = {}) =>
  scanLeaks(inputFor(base.value!, fields, changes)).map(({ field, kind }) => [field, kind]);

describe('the leak scan', () => {
  it('finds nothing in noise', () => {
    expect(scanLeaks(base)).toEqual([]);
  });

  it('sets aside what is known only after the sale', () => {
    expect(kinds([texts('reason', Array(n).fill('a'), { known: 'after' })])).toEqual([
      ['reason', 'after-the-sale'],
    ]);
    expect(kinds([numbers('nps', Array(n).fill(9), { layer: 'outcome' })])).toEqual([
      ['nps', 'after-the-sale'],
    ]);
  });

  it('sets aside dates that lie after the start of the relation', () => {
    const startedOn = Float64Array.from({ length: n }, (_, i) => 19000 + i);
    const date = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
    const dated = (id: string, shift: number) =>
      codeDates(
        Array.from(startedOn, (day) => date(day + shift)),
        { ...aboutTest(id), asOf: '2026-01-31' },
      );
    expect(kinds([dated('onboarded', 200), dated('founded', -3000)], { startedOn })).toEqual([
      ['onboarded', 'after-the-sale'],
    ]);
  });

  it('sets aside a field that is filled in for one group only', () => {
    const filled = Array.from(label, (y) => (y === 1 ? 'segment' : null));
    expect(kinds([texts('segment', filled)])).toEqual([['segment', 'missing-with-label']]);
  });

  it('takes a word that says that nothing is known for missing', () => {
    const said = Array.from(label, (y, i) => (y === 1 ? (i % 2 === 0 ? 'a' : 'b') : 'Unknown'));
    expect(kinds([texts('segment', said)])).toEqual([['segment', 'missing-with-label']]);
  });

  it('names a field once, not again by the groups of its values', () => {
    const filled = Array.from(label, (y, i) => (y === 1 ? (i % 2 === 0 ? 'ES' : 'PT') : null));
    const regions = codeRegions(filled, aboutTest('country'))!;
    expect(kinds([texts('country', filled), regions])).toEqual([['country', 'missing-with-label']]);
  });

  it('keeps a field that is missing at random', () => {
    const some = Array.from({ length: n }, () => (random.next() < 0.5 ? 'a' : null));
    expect(kinds([texts('some', some)])).toEqual([]);
  });

  it('sets aside a field that tells the groups apart without error, unless a person vouches for it', () => {
    const perfect = Array.from(label, (y) => y === 1);
    expect(kinds([truths('renewed', perfect)])).toEqual([['renewed', 'nearly-perfect']]);
    expect(kinds([truths('renewed', perfect, { knownBy: 'user' })])).toEqual([]);
    expect(kinds([truths('renewed', perfect, { known: 'unknown', knownBy: 'user' })])).toHaveLength(1);
  });

  it('sets aside a window that holds all of one group', () => {
    const score = Array.from(label, (y) => (y === 1 ? 50 + random.next() : random.next() < 0.5 ? 10 : 90));
    expect(kinds([numbers('score', score)])).toEqual([['score', 'nearly-perfect']]);
  });

  it('sets aside a copy of the value or of one of its components', () => {
    const copy = Array.from(base.value!, (v) => Math.round(100 * v));
    const revenue = Float64Array.from({ length: n }, () => random.next());
    const arr = Array.from(revenue, (r) => 12 * r);
    const components = [{ label: 'contract value', values: revenue }];
    expect(kinds([numbers('copy', copy), numbers('arr', arr)], { components })).toEqual([
      ['copy', 'value-component'],
      ['arr', 'value-component'],
    ]);
    expect(scanLeaks(inputFor(base.value!, [numbers('arr', arr)], { components }))[0]!.why).toContain(
      'as contract value does',
    );
  });

  it('keeps leaks out of the search and in the result', () => {
    const perfect = truths(
      'renewed',
      Array.from(label, (y) => y === 1),
    );
    const result = discover({ ...base, fields: [...base.fields, perfect] });
    expect(result).toMatchObject({ leaks: [{ field: 'renewed' }], search: { fields: 9 } });
  });
});
