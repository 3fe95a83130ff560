import { describe, expect, it } from 'vitest';
import { type Condition, describeCondition } from '../../base/expr/index.ts';
import { codeRegions } from './code-regions.ts';
import { aboutTest, numbers, texts } from './discovery-fixtures.ts';
import { groupSteps } from './group-steps.ts';

/** So many records of a value, the first of them best. */
const repeat = (value: string | null, of: number, best: number) =>
  Array.from({ length: of }, (_, i) => ({ value, best: i < best ? 1 : 0 }));
const records = [
  ...repeat('clinic', 10, 8),
  ...repeat('lab', 10, 5),
  ...repeat('shop', 20, 4),
  ...repeat('bank', 10, 1),
  ...repeat(null, 9, 9),
  ...repeat('rare', 2, 2),
];
const sectors = texts(
  'sector',
  records.map(({ value }) => value),
);
const label = Uint8Array.from(records, ({ best }) => best);
const steps = (condition: Condition) =>
  Object.fromEntries(
    groupSteps(sectors, condition, label).map(({ change, condition: to }) => [change, describeCondition(to)]),
  );
const any = (...values: readonly string[]): Condition => ({ op: 'any', field: 'sector', values });
const none = (...values: readonly string[]): Condition => ({ op: 'none', field: 'sector', values });

describe('the steps of a group of values', () => {
  it('let in the value with the highest share of best left out, and leave out the one with the lowest', () => {
    expect(steps(any('clinic', 'shop'))).toEqual({
      'wider-value': 'sector is clinic, shop or lab',
      'narrower-value': 'sector is clinic',
    });
  });

  it('leave no group empty, nor without an end', () => {
    expect(steps(any('clinic'))).toEqual({ 'wider-value': 'sector is clinic or lab' });
    expect(steps(none('bank'))).toEqual({ 'narrower-value': 'sector is none of bank and shop' });
  });

  it('of values that are shut out let in the best and shut out the weakest', () => {
    expect(steps(none('bank', 'lab'))).toEqual({
      'wider-value': 'sector is not bank',
      'narrower-value': 'sector is none of bank, lab and shop',
    });
  });

  it('keep values that no customer has, however they are spelled', () => {
    expect(steps(any('CLINIC', 'hospital'))).toEqual({
      'wider-value': 'sector is CLINIC, hospital or lab',
    });
  });

  it('are none for a window', () => {
    const size = numbers(
      'sector',
      records.map((_, i) => i),
    );
    expect(groupSteps(size, any('clinic'), label)).toEqual([]);
  });

  const places = [
    ...repeat('ES', 10, 6),
    ...repeat('PT', 5, 5),
    ...repeat('DE', 10, 4),
    ...repeat('FR', 10, 3),
    ...repeat('US', 10, 1),
    ...repeat('CA', 10, 1),
  ];
  const regions = codeRegions(
    places.map(({ value }) => value),
    aboutTest('country'),
  )!;
  const inRegions = (condition: Condition) =>
    groupSteps(
      regions,
      condition,
      Uint8Array.from(places, ({ best }) => best),
    ).map(({ change, condition: to }) => [change, describeCondition(to)]);

  it('complete the region of a country before another region is added', () => {
    const spain: Condition = { op: 'any', field: 'country', values: ['ES'] };
    const [wider] = inRegions(spain);
    expect(wider).toEqual(['wider-region', 'country is Southern Europe']);
    const whole = regions.levels.findIndex(({ label: name }) => name === 'Southern Europe');
    expect(inRegions(regions.condition([whole]))).toEqual([
      ['wider-region', 'country is Southern Europe or Western Europe'],
    ]);
  });

  it('drop the weakest of several regions', () => {
    const both = regions.levels.flatMap(({ label: name }, i) => (name === 'Southern Europe' ? [] : [i]));
    expect(inRegions(regions.condition(both))).toContainEqual([
      'narrower-region',
      'country is Western Europe',
    ]);
  });
});
