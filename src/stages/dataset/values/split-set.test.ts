import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSet } from './split-set.ts';

describe('splitSet', () => {
  it('parts a cell at its separator, keeps the first spelling of each value and drops blanks', () => {
    expect(splitSet('Slack; Notion;slack; n/a;', ';')).toEqual(['Slack', 'Notion']);
    expect(splitSet('C; C++; C#', ';')).toEqual(['C', 'C++', 'C#']);
  });

  it('finds the most telling separator itself', () => {
    expect(splitSet('SAP, ERP; Excel', null)).toEqual(['SAP, ERP', 'Excel']);
    expect(splitSet('a|b', null)).toEqual(['a', 'b']);
    expect(splitSet('a, b', null)).toEqual(['a', 'b']);
    expect(splitSet('a\nb', null)).toEqual(['a', 'b']);
    expect(splitSet('one', null)).toEqual(['one']);
  });

  it('is empty for a blank cell', () => expect(splitSet(' n/a ', ';')).toEqual([]));

  it('gives back any set of plain words that was joined', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[b-d]{3,8}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (set) => {
        expect(splitSet(set.join('; '), ';')).toEqual(set);
      }),
    );
  });
});
