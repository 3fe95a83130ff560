import { describe, expect, it } from 'vitest';
import type { Store } from '../edges/store/index.ts';
import { remembered } from './remembered.ts';

function counting(store: Store = {} as Store) {
  let worked = 0;
  const ask = (key: string, most = 2) =>
    remembered({ store }, { of: 'numbers', key: [key], most }, async () => {
      worked += 1;
      if (key === 'bad') throw new Error('refused');
      return `${key}${worked}`;
    });
  return { ask, worked: () => worked };
}

describe('what is remembered', () => {
  it('is worked out once for a key, also by requests that overlap', async () => {
    const { ask, worked } = counting();
    expect(await Promise.all([ask('a'), ask('a')])).toEqual(['a1', 'a1']);
    expect(await ask('b')).toBe('b2');
    expect(worked()).toBe(2);
  });

  it('makes room by forgetting what was not asked for longest', async () => {
    const { ask } = counting();
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    expect([await ask('a'), await ask('b')]).toEqual(['a1', 'b4']);
  });

  it('is no failure, and nothing of another workspace', async () => {
    const { ask, worked } = counting();
    await expect(ask('bad')).rejects.toThrow('refused');
    await expect(ask('bad')).rejects.toThrow('refused');
    expect(worked()).toBe(2);
    expect(await counting().ask('a')).toBe('a1');
  });
});
