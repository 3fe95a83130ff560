import { describe, expect, it } from 'vitest';
import { readColumns, readRows } from './read-cells.ts';

const JSON_DOCUMENT = 114;

describe('cells of PostgreSQL', () => {
  it('of a type without a counterpart are read as text, whatever the client made of them', () => {
    const result = {
      fields: [{ name: 'document', dataTypeID: JSON_DOCUMENT }],
      rows: [[{ a: [1] }], ['as written'], [null]],
    };
    expect(readColumns(result)).toEqual([{ name: 'document', type: 'text' }]);
    expect(readRows(result).map((row) => row.document)).toEqual(['{"a":[1]}', 'as written', null]);
  });
});
