import { describe, expect, it } from 'vitest';
import { nearDuplicates } from './near-duplicates.ts';

describe('nearDuplicates', () => {
  const column = { table: 'deals', field: 'product', of: 11 } as const;

  it('counts the rows in the rarer spellings and names the suggestion', () => {
    const values = [
      { value: 'GTX Pro', count: 8 },
      { value: 'GTXPro', count: 2 },
      { value: 'MG', count: 1 },
    ];
    expect(nearDuplicates({ ...column, values })).toMatchObject({
      kind: 'near-duplicates',
      table: 'deals',
      field: 'product',
      count: 2,
      of: 11,
      examples: ['`GTXPro` (2) is probably `GTX Pro` (8)'],
      message: '1 value of `product` in several spellings: correct them in the source and import it again',
      fix: null,
    });
  });

  it('is null when every value has one spelling', () => {
    expect(nearDuplicates({ ...column, values: [{ value: 'MG', count: 1 }] })).toBeNull();
  });
});
