import { describe, expect, it } from 'vitest';
import { streamObject } from './salesforce-settings.ts';
import { csvRowReader, goneOf, jsonRow, recordOf } from './source-record.ts';

const header = ['Id', 'SystemModstamp', 'AccountId', 'Amount', 'IsWon', 'Note__c'];
const fromCsv = csvRowReader(header, (name) => name === 'Amount');

describe('rows of Salesforce', () => {
  it('are the same record by REST and in bulk', () => {
    const json = jsonRow({
      attributes: { type: 'Opportunity' },
      Id: '006A',
      SystemModstamp: '2026-09-01T12:00:00.000+0000',
      AccountId: '001A',
      Amount: 10_000_000,
      IsWon: true,
      Note__c: null,
    });
    const csv = fromCsv(['006A', '2026-09-01T12:00:00.000Z', '001A', '1.0E7', 'true', '']);
    const read = (row: typeof json) => recordOf(row, streamObject('deals'), ['Amount', 'IsWon', 'Note__c']);
    expect(read(csv)).toEqual(read(json));
    expect(read(csv)).toEqual({
      id: '006A',
      modifiedAt: '2026-09-01T12:00:00.000Z',
      values: { Amount: '10000000', IsWon: 'true', Note__c: null },
      links: { companies: ['001A'] },
    });
  });

  it('leave numbers in texts as they are, and drop NUL', () => {
    const row = fromCsv(['006A', '', '', '', '', '1.0']);
    expect(row('Note__c')).toBe('1.0');
    expect(jsonRow({ Name: 'a\0b' })('Name')).toBe('ab');
  });

  it('tell deleted from merged', () => {
    const contacts = streamObject('contacts');
    const row = (fate: object) => jsonRow({ Id: '003A', ...fate });
    expect(goneOf(row({ IsDeleted: false, MasterRecordId: null }), contacts)).toBeNull();
    expect(goneOf(row({ IsDeleted: true, MasterRecordId: null }), contacts)).toEqual({
      id: '003A',
      how: 'deleted',
      into: null,
    });
    expect(goneOf(row({ IsDeleted: true, MasterRecordId: '003B' }), contacts)).toMatchObject({
      how: 'merged',
      into: '003B',
    });
  });
});
