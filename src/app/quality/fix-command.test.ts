import { describe, expect, it } from 'vitest';
import { fieldCommand, mergeOptions } from './fix-command.ts';

describe('fix commands', () => {
  it('name the table only where the field name alone would not do', () => {
    const fields = [
      { table: 'deals', name: 'source' },
      { table: 'people', name: 'source' },
      { table: 'deals', name: 'product' },
    ] as const;
    const data = { fields } as unknown as Parameters<typeof fieldCommand>[0];
    expect(fieldCommand(data, fields[0], '--known before')).toBe(
      'bestfit field source --table deals --known before',
    );
    expect(fieldCommand(data, fields[2], '--known before')).toBe('bestfit field product --known before');
  });

  it('leave out spellings that hold the sign between old and new', () => {
    expect(mergeOptions([{ from: 'a=b', to: 'c' }])).toBeNull();
  });

  it('hand ten merges at most to one command', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => ({ from: `a${i}`, to: 'b' }));
    expect(mergeOptions(pairs)?.match(/--merge/g)).toHaveLength(10);
  });
});
