import { describe, expect, it } from 'vitest';
import { idsInOrder } from './ids-in-order.ts';
import { nextPage } from './next-page.ts';

describe('paging', () => {
  it('goes on where the answer says, and ends where it says nothing', () => {
    expect(nextPage({ next: { after: '8' } }, '7')).toBe('8');
    expect(nextPage({ next: { after: '8' } }, null)).toBe('8');
    expect(nextPage({}, '7')).toBeNull();
    expect(nextPage(undefined, null)).toBeNull();
  });

  it('refuses a page that leads to itself', () => {
    expect(() => nextPage({ next: { after: '7' } }, '7')).toThrow('leads to itself');
  });

  it('by id refuses what is out of order: the rest would be lost', () => {
    const found = (...ids: string[]) => ids.map((id) => ({ id }));
    expect(idsInOrder(found('9', '10', '200'), '8')).toEqual(['9', '10', '200']);
    expect(() => idsInOrder(found('8', '9'), '8')).toThrow('a search gave `8` after `8`');
    expect(() => idsInOrder(found('10', '9'), null)).toThrow('a search gave `9` after `10`');
  });
});
