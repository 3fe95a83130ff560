import { describe, expect, it } from 'vitest';
import { isFiling } from './is-filing.ts';

const files = (field: string, kind: 'category' | 'text' = 'category') =>
  isFiling({ table: 'accounts', field, kind });

describe('where a list files a company', () => {
  it.each([
    'industry',
    'sub_industry',
    'subindustry',
    'sector',
    'customer_segment',
    'settore',
    'branche',
    'tag_1',
  ])('says a category such as %s', (field) => {
    expect(files(field)).toBe(true);
  });

  it.each(['status', 'stage', 'hiring', 'ownership', 'plan', 'industrial_park', 'vintage'])(
    'is not said by %s',
    (field) => {
      expect(files(field)).toBe(false);
    },
  );

  it('is said by categories of accounts only', () => {
    expect(files('industry', 'text')).toBe(false);
    expect(isFiling({ table: 'deals', field: 'category', kind: 'category' })).toBe(false);
  });
});
