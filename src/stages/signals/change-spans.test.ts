import { describe, expect, it } from 'vitest';
import { type DatedSignals, spansOf } from './change-spans.ts';

const [july, october] = ['2026-07-01', '2026-10-01'];
const signals = (about: string | null, from: string | null, on = october): DatedSignals => {
  return { kind: 'custom', about, on, from };
};
const any = { kind: 'custom', abouts: null };

describe('the span of a signal', () => {
  it('is known on days on which it is nothing but a change', () => {
    expect(spansOf(any, [signals('a', july), signals('b', july)])).toEqual({ [october]: july });
  });

  it('is not known where a file lists such a signal itself, or the changes are between other days', () => {
    expect(spansOf(any, [signals('a', july), signals('b', null)])).toEqual({});
    expect(spansOf(any, [signals('a', july), signals('b', '2026-05-01')])).toEqual({});
  });

  it('counts only what is meant', () => {
    const dated = [signals('a', july), signals('b', null), { ...signals('a', null), kind: 'hired' }];
    expect(spansOf({ kind: 'custom', abouts: ['a'] }, dated)).toEqual({ [october]: july });
    expect(spansOf({ kind: 'custom', abouts: ['b'] }, dated)).toEqual({});
    expect(spansOf({ kind: 'custom', abouts: [] }, dated)).toEqual({});
  });
});
