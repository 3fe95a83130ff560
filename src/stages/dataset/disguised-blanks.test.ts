import { describe, expect, it } from 'vitest';
import { disguisedBlanks } from './disguised-blanks.ts';

describe('disguisedBlanks', () => {
  const column = { table: 'accounts', field: 'industry', of: 20 } as const;

  it('shows values that may mean that nothing is known', () => {
    const values = [
      { value: 'Unknown', count: 4 },
      { value: 'xxx', count: 1 },
      { value: '9999', count: 1 },
      { value: 'retail', count: 14 },
    ];
    expect(disguisedBlanks({ ...column, values })).toMatchObject({
      count: 6,
      of: 20,
      examples: ['`Unknown` (4)', '`xxx` (1)', '`9999` (1)'],
    });
  });

  it('leaves a common word alone where other cells are left empty, not a rare one or a filler', () => {
    const values = [
      { value: 'retail', count: 12 },
      { value: 'unknown', count: 4 },
      { value: 'xxx', count: 3 },
      { value: 'tbd', count: 1 },
    ];
    expect(disguisedBlanks({ ...column, values, leftEmpty: 2 })?.examples).toEqual([
      '`xxx` (3)',
      '`tbd` (1)',
    ]);
    expect(disguisedBlanks({ ...column, values, leftEmpty: 0 })?.count).toBe(8);
  });

  it('is null for honest values', () => {
    expect(
      disguisedBlanks({
        ...column,
        values: [
          { value: 'retail', count: 3 },
          { value: '99', count: 1 },
        ],
      }),
    ).toBeNull();
  });
});
