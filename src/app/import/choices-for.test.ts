import { describe, expect, it } from 'vitest';
import type { FoundTable } from '../../edges/connectors/index.ts';
import { choicesFor, refuseUnmatched } from './choices-for.ts';

const connector = {
  name: 'x',
  extensions: [],
  parts: null,
  stage: () => Promise.reject(new Error('unread')),
  open: null,
};
const sheet = (part: string): FoundTable => ({
  source: `book.xlsx#${part}`,
  given: 'exports/book.xlsx',
  location: `exports/book.xlsx#${part}`,
  path: 'exports/book.xlsx',
  part,
  connector,
});
const deals = sheet('Deals');
const people = sheet('People');
const none = { as: [], key: [], delimiter: [], encoding: [], repeats: [] };

describe('what the user says', () => {
  it('of all counts for every table', () => {
    const choices = { ...none, delimiter: [{ file: null, value: ';' }] };
    expect(choicesFor(choices, deals)).toMatchObject({ as: null, key: null, delimiter: ';', encoding: null });
  });

  it('of a file counts for its tables, of one table before that, of all last', () => {
    const as = [
      { file: 'book.xlsx#Deals', value: 'deals' },
      { file: 'book.xlsx', value: 'people' },
      { file: null, value: 'accounts' },
    ] as const;
    expect(choicesFor({ ...none, as }, deals).as).toBe('deals');
    expect(choicesFor({ ...none, as }, people).as).toBe('people');
    expect(
      choicesFor({ ...none, as }, { ...deals, source: 'a.csv', given: 'a.csv', location: 'a.csv' }).as,
    ).toBe('accounts');
  });

  it('may name the path as it was given', () => {
    const as = [{ file: 'exports/book.xlsx', value: 'deals' }] as const;
    expect(choicesFor({ ...none, as }, people).as).toBe('deals');
  });

  it('last counts', () => {
    const key = ['a', 'b'].map((value) => ({ file: null, value }));
    expect(choicesFor({ ...none, key }, deals).key).toBe('b');
  });

  it('of no table at all is refused with the tables there are', () => {
    const as = [{ file: 'boook.xlsx', value: 'deals' }] as const;
    expect(() => refuseUnmatched({ ...none, as }, [deals, people])).toThrow(
      expect.objectContaining({
        code: 'usage.bad-option',
        exit: 2,
        params: {
          option: '--as',
          value: 'boook.xlsx=deals',
          expected: 'one of the files book.xlsx#Deals, book.xlsx#People',
        },
      }),
    );
  });
});
