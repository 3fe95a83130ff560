import { describe, expect, it } from 'vitest';
import { describeCondition, regions } from '../../base/expr/index.ts';
import { codeRegions } from './code-regions.ts';
import { aboutTest } from './discovery-fixtures.ts';
import { levelsOf } from './levels-of.ts';

const about = aboutTest('country', { label: 'Country' });
const countries = ['ES', 'PT', 'IT', 'US', 'US', 'CA', null, 'AQ', 'AQ', 'AQ', 'JP'];
const field = codeRegions(countries, about)!;

describe('codes of regions', () => {
  it('put countries of one region together; an unknown country is in no region', () => {
    expect(field.levels.map(({ label }) => label)).toEqual([
      'AQ',
      'Northern America',
      'Southern Europe',
      '1 rarer values',
    ]);
    expect(Array.from(field.codes)).toEqual([2, 2, 2, 1, 1, 1, -1, 0, 0, 0, 3]);
    expect(field).toMatchObject({ id: 'country:region', groups: 'country', label: 'Country' });
  });

  it('are conditions on the country that list every country of the region, seen or not', () => {
    expect(field.condition([2])).toEqual({
      op: 'any',
      field: 'country',
      values: regions.get('Southern Europe'),
    });
  });

  it('are said by the name of the region', () => {
    expect(describeCondition(field.condition([2, 1]), () => 'Country')).toBe(
      'Country is Northern America or Southern Europe',
    );
  });

  it('are found again from their condition', () => {
    expect(levelsOf(field, field.condition([1, 2]))?.toSorted()).toEqual([1, 2]);
    expect(levelsOf(field, { op: 'any', field: 'country', values: ['ES'] })).toBeNull();
  });

  it('are none where no region has two of the countries, for then the countries say it all', () => {
    expect(codeRegions(['ES', 'ES', 'US', null, 'JP'], about)).toBeNull();
    expect(codeRegions([], about)).toBeNull();
  });
});
