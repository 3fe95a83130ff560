import { describe, expect, it } from 'vitest';
import type { ColumnPreview, FilePreview, KnownField } from '../../api/generated/types.gen.ts';
import { claimedTwice, saidOf } from './corrections.ts';
import { choicesFor, ownName, type PlaceWords, placesFor } from './places.ts';
import { dataSearch } from './search.ts';

const words: PlaceWords = {
  leaveOut: 'Leave out',
  own: (name) => `own ${name}`,
  thisColumn: 'This column',
  table: (table) => table,
  field: ({ name }) => name,
};

function column(header: string, part: Partial<ColumnPreview> = {}): ColumnPreview {
  return {
    column: header,
    table: 'deals',
    field: ownName(header),
    custom: true,
    ignored: false,
    kind: 'text',
    unit: null,
    confidence: 1,
    decidedBy: 'guessed',
    why: '',
    asks: null,
    samples: [],
    ...part,
  };
}

function file(columns: readonly ColumnPreview[]): FilePreview {
  const path = '/w/data/uploads/0123456789abcdef/deals.csv';
  const read = { connector: 'csv', how: '', rows: 3, confidence: 1, lookupKey: null, known: false };
  return { name: 'deals.csv', path, as: 'deals', columns: [...columns], warnings: [], ...read };
}

const fields: readonly KnownField[] = [
  { table: 'deals', name: 'amount', label: 'Amount', kind: 'money', custom: false },
  { table: 'accounts', name: 'name', label: 'Name', kind: 'text', custom: false },
  { table: 'people', name: 'email', label: 'E-mail', kind: 'text', custom: false },
];

describe('where a column can go', () => {
  it('begins with the table of the rows of its file', () => {
    const groups = placesFor(file([column('Sum')]), fields, words);
    expect(groups.map(({ group }) => group)).toEqual(['deals', 'accounts']);
  });

  it('is nowhere, an attribute of its own, or any field', () => {
    const one = column('Último año (€)');
    const choices = choicesFor(one, placesFor(file([one]), fields, words), words);
    expect(choices.flatMap(({ items }) => items.map(({ value }) => value))).toEqual([
      '-',
      'deals.ultimo_ano',
      'deals.amount',
      'accounts.name',
    ]);
  });
});

describe('what is said of a file', () => {
  it('is every correction, and what was said before it was looked at again', () => {
    const said = column('Sum', { field: 'amount', custom: false, decidedBy: 'user' });
    const files = [file([said, column('Notes'), column('Who')])];
    const preview = { kind: 'preview' as const, files, refused: [], warnings: [] };
    expect(saidOf(preview, { 'deals.csv': { Notes: '-' } })).toEqual({
      uploads: ['0123456789abcdef'],
      files: [{ file: 'deals.csv', as: 'deals' }],
      maps: [
        { column: 'Sum', field: 'deals.amount', file: 'deals.csv' },
        { column: 'Notes', field: '-', file: 'deals.csv' },
      ],
    });
  });

  it('names columns that go to one place', () => {
    const columns = [column('Sum', { field: 'amount', custom: false }), column('Total'), column('Who')];
    expect(claimedTwice(file(columns), { Total: 'deals.amount' })).toEqual(new Set(['Sum', 'Total']));
    expect(claimedTwice(file(columns), { Sum: '-', Total: '-' })).toEqual(new Set());
  });
});

describe('the address of the page', () => {
  it('holds only what it knows', () => {
    expect(dataSearch({ view: 'aside', preview: '7', source: 'a.csv', table: 3, other: 1 })).toEqual({
      view: 'aside',
      preview: 7,
      source: 'a.csv',
    });
    expect(dataSearch({ view: 'all', preview: '-1' })).toEqual({});
  });
});
