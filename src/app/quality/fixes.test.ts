import { describe, expect, it } from 'vitest';
import { fieldFix, importFix, mergeFix, noFix } from './fixes.ts';

const fields = [
  { table: 'deals', name: 'source' },
  { table: 'people', name: 'source' },
  { table: 'deals', name: 'product' },
] as const;
const data = { fields } as unknown as Parameters<typeof fieldFix>[0];

describe('a fix', () => {
  it('names the table in its command only where the field name alone would not do', () => {
    const known = { known: 'before' } as const;
    expect(fieldFix(data, fields[0], known)).toEqual({
      fix: 'bestfit field source --table deals --known before',
      action: { kind: 'set-field', table: 'deals', field: 'source', decision: known },
    });
    expect(fieldFix(data, fields[2], known).fix).toBe('bestfit field product --known before');
  });

  it('leaves out spellings that hold the sign between old and new', () => {
    expect(mergeFix(data, fields[2], [{ from: 'a=b', to: 'c' }])).toEqual(noFix);
  });

  it('hands ten merges at most to one command', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => ({ from: `a${i}`, to: 'b' }));
    const { fix, action } = mergeFix(data, fields[2], pairs);
    expect(fix?.match(/--merge/g)).toHaveLength(10);
    expect(action).toMatchObject({ decision: { merge: pairs.slice(0, 10) } });
  });

  it('writes open ends, fillers and files as the command line reads them', () => {
    const decision = { between: { low: null, high: 5000 }, unknown: ['1900-01-01'] } as const;
    expect(fieldFix(data, fields[2], decision).fix).toBe(
      'bestfit field product --between ..5000 --unknown 1900-01-01',
    );
    expect(fieldFix(data, fields[2], { times: 1000, source: 'my list.csv' }).fix).toBe(
      'bestfit field product --times 1000 --source "my list.csv"',
    );
  });

  it('that reads a file again keeps its day', () => {
    const file = { name: 'deals.csv', observedOn: '2026-10-01' };
    const maps = [{ column: 'Notes', field: '-' }];
    expect(importFix(file, { maps })).toEqual({
      fix: 'bestfit import deals.csv --map "Notes=-" --observed-on 2026-10-01',
      action: {
        kind: 'import-again',
        source: 'deals.csv',
        observedOn: '2026-10-01',
        maps: [{ column: 'Notes', field: '-', file: 'deals.csv' }],
        as: null,
        repeats: null,
      },
    });
  });
});
