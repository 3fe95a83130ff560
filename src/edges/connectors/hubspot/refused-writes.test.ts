import { describe, expect, it } from 'vitest';
import type { RecordWrite } from '../records/index.ts';
import { refusedWrites } from './refused-writes.ts';

const batch: readonly RecordWrite[] = [
  { id: '1', values: { tier: 'Very', fit: 3 } },
  { id: '2', values: { tier: 'Very good' } },
  { id: '3', values: { tier: null } },
  { id: '4', values: { other: 'Very good' } },
];
const refusal = (message: string, code: string) => ({
  message: 'Property values were not valid',
  category: 'VALIDATION_ERROR',
  errors: [{ message, code, context: { propertyName: ['tier'] } }],
});
const meant = (of: Parameters<typeof refusedWrites>[1]) => [...refusedWrites(batch, of).keys()];

describe('a refusal of a batch means', () => {
  it('the records that hold the value it begins with, not those that hold the start of it', () => {
    expect(meant(refusal('Very good was not one of the allowed options', 'INVALID_OPTION'))).toEqual(['2']);
    expect(meant(refusal('Very was not one of the allowed options', 'INVALID_OPTION'))).toEqual(['1']);
  });

  it('all that name a property that is not there', () => {
    expect(meant(refusal('Property "tier" does not exist', 'PROPERTY_DOESNT_EXIST'))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('the records it names', () => {
    const named = { message: 'Duplicate IDs found', category: 'VALIDATION_ERROR', errors: [] };
    expect(meant({ ...named, context: { ids: ['4'] } })).toEqual(['4']);
    expect(meant(named)).toEqual([]);
  });
});
