import { describe, expect, it } from 'vitest';
import { type Condition, describeCondition } from '../../base/expr/index.ts';
import { texts } from './discovery-fixtures.ts';
import { placeSteps } from './place-steps.ts';

const any = (...values: readonly string[]): Condition => ({ op: 'any', field: 'country', values });

function steps(rows: readonly (readonly [country: string | null, region: string | null, best: number])[]) {
  const country = texts(
    'country',
    rows.map(([name]) => name),
  );
  const region = texts(
    'region',
    rows.map(([, name]) => name),
  );
  const label = Uint8Array.from(rows, ([, , best]) => best);
  return (condition: Condition) =>
    placeSteps({ country, region }, condition, label).map(({ change, condition: to }) => [
      change,
      describeCondition(to),
    ]);
}

const repeat = <T>(row: T, of: number): readonly T[] => Array.from({ length: of }, () => row);

describe('from countries to regions of the data', () => {
  it('narrow a country to the region within it that has the highest share of best', () => {
    const of = steps([
      ...repeat(['ES', 'Madrid', 0] as const, 5),
      ...repeat(['ES', 'Galicia', 1] as const, 5),
      ...repeat(['PT', 'Norte', 1] as const, 5),
      ...repeat(['PT', null, 1] as const, 5),
    ]);
    expect(of(any('ES'))).toEqual([['narrower-region', 'region is Galicia']]);
    expect(of(any('PT'))).toEqual([]);
    expect(of(any('FR'))).toEqual([]);
  });

  it('widen countries to the regions that gather them', () => {
    const of = steps([
      ...repeat(['ES', 'South', 1] as const, 5),
      ...repeat(['IT', 'South', 0] as const, 5),
      ...repeat(['DE', 'DACH', 0] as const, 5),
      ...repeat(['AT', 'DACH', 1] as const, 5),
    ]);
    expect(of(any('ES'))).toEqual([['wider-region', 'region is South']]);
    expect(of(any('ES', 'DE'))).toEqual([['wider-region', 'region is DACH or South']]);
  });

  it('are none where neither is a part of the other, or each is the other', () => {
    const mixed = repeat(['ES', 'North', 1] as const, 5).concat(
      repeat(['ES', 'South', 1] as const, 5) as never,
      repeat(['IT', 'North', 1] as const, 5) as never,
    );
    expect(steps(mixed)(any('ES'))).toEqual([]);
    const same = [...repeat(['ES', 'Iberia', 1] as const, 5), ...repeat(['IT', 'Italia', 1] as const, 5)];
    expect(steps(same)(any('ES'))).toEqual([]);
  });
});
