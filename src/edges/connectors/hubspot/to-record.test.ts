import { describe, expect, it } from 'vitest';
import { mergedInto } from './merged-into.ts';
import { stageEntries } from './stage-entries.ts';
import { toRecord } from './to-record.ts';

const deal = { stream: 'deals', fields: ['dealname', 'amount', 'dealstage'] };

describe('a record', () => {
  it('holds the fields asked for, empty ones as null, and the date of the last change', () => {
    const object = {
      id: '7',
      properties: { dealname: 'Start', amount: '', hs_lastmodifieddate: '2026-01-02T00:00:00Z', extra: 'x' },
      updatedAt: '2026-01-01T00:00:00Z',
    };
    expect(toRecord(deal, object, { companies: ['1'] })).toEqual({
      id: '7',
      modifiedAt: '2026-01-02T00:00:00Z',
      values: { dealname: 'Start', amount: null, dealstage: null },
      links: { companies: ['1'] },
    });
    const contact = { stream: 'contacts', fields: [] };
    expect(toRecord(contact, object, {}).modifiedAt).toBe('2026-01-01T00:00:00Z');
  });

  it('tells what was merged into it', () => {
    expect(mergedInto({ id: '9', properties: { hs_merged_object_ids: '7; 8;9' } })).toEqual([
      { id: '7', how: 'merged', into: '9' },
      { id: '8', how: 'merged', into: '9' },
    ]);
    expect(mergedInto({ id: '9', properties: { hs_merged_object_ids: null } })).toEqual([]);
  });

  it('tells when each stage was entered, oldest first, each once until it is left', () => {
    const dealstage = [
      { value: 'demo', timestamp: '2026-03-04T00:00:00Z' },
      { value: 'contacted', timestamp: '2026-03-03T00:00:00Z' },
      { value: 'demo', timestamp: '2026-03-02T12:00:00Z' },
      { value: 'demo', timestamp: '2026-03-02T00:00:00Z' },
      { value: 'contacted', timestamp: '2026-03-01T00:00:00Z' },
    ];
    const entries = stageEntries(deal, { id: '7', properties: {}, propertiesWithHistory: { dealstage } });
    expect(entries.map(({ stage, at }) => `${at.slice(8, 10)} ${stage}`)).toEqual([
      '01 contacted',
      '02 demo',
      '03 contacted',
      '04 demo',
    ]);
  });
});
