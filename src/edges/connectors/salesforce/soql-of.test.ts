import { describe, expect, it } from 'vitest';
import { streamObject } from './salesforce-settings.ts';
import { soqlOf } from './soql-of.ts';

const since = '2026-09-01T10:00:00Z';

describe('the query of a stream', () => {
  it('asks for what exists on a full read, each column once', () => {
    expect(soqlOf(streamObject('companies'), { phase: 'records', since: null }, ['Id', 'Name'])).toEqual({
      text: 'SELECT Id, SystemModstamp, Name FROM Account',
      all: false,
      columns: ['Id', 'SystemModstamp', 'Name'],
    });
  });

  it('asks for changed, deleted and merged records at once on an incremental read', () => {
    const { text, all } = soqlOf(streamObject('contacts'), { phase: 'records', since }, ['Title']);
    expect(all).toBe(true);
    expect(text).toBe(
      'SELECT Id, SystemModstamp, AccountId, IsDeleted, MasterRecordId, Title FROM Contact WHERE SystemModstamp >= 2026-09-01T10:00:00.000Z ORDER BY SystemModstamp, Id',
    );
  });

  it('of deals asks for no MasterRecordId, which they do not have', () => {
    expect(soqlOf(streamObject('deals'), { phase: 'records', since }, []).columns).toEqual([
      'Id',
      'SystemModstamp',
      'AccountId',
      'IsDeleted',
    ]);
  });

  it('of the history asks by the day of the entry', () => {
    const { text } = soqlOf(streamObject('deals'), { phase: 'history', since }, ['Name']);
    expect(text).toBe(
      'SELECT OpportunityId, StageName, CreatedDate FROM OpportunityHistory WHERE CreatedDate >= 2026-09-01T10:00:00.000Z',
    );
  });

  it('takes no name that would be more than a name', () => {
    const from = streamObject('companies');
    expect(() => soqlOf(from, { phase: 'records', since: null }, ['Name FROM User --'])).toThrow(/no name/);
  });
});
