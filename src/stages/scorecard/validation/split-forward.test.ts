import { describe, expect, it } from 'vitest';
import { splitForward } from './split-forward.ts';

const label = (units: number) => Uint8Array.from({ length: units }, (_, i) => i % 2);
const days = (units: number) => Float64Array.from({ length: units }, (_, i) => i);

describe('a forward split', () => {
  it('holds out the last three tenths', () => {
    const split = splitForward(days(100), label(100), null);
    expect(split).toMatchObject({ from: 70 });
    if ('why' in split) throw new Error(split.why);
    expect(Array.from(split.folds.keys()).filter((unit) => split.folds[unit] === 0)).toEqual(
      Array.from({ length: 30 }, (_, i) => 70 + i),
    );
  });

  it('leaves units without a date to the earlier side', () => {
    const some = days(100).map((day) => (day % 5 === 0 ? Number.NaN : day));
    const split = splitForward(some, label(100), null);
    if ('why' in split) throw new Error(split.why);
    some.forEach((day, unit) => {
      if (Number.isNaN(day)) expect(split.folds[unit]).toBe(-1);
    });
  });

  it('tests on no account that it learned from', () => {
    const cluster = Int32Array.from({ length: 100 }, (_, i) => (i % 10 === 9 ? 0 : i));
    const split = splitForward(days(100), label(100), cluster);
    if ('why' in split) throw new Error(split.why);
    expect(split.folds[99]).toBe(-1);
    expect(split.folds[98]).toBe(0);
  });

  it.each([
    ['fewer than half have a date', days(100).map((day) => (day < 60 ? Number.NaN : day)), label(100), null],
    ['only 28 came before the last three tenths', days(40), label(40), null],
    [
      'fewer than 8 of an outcome before or after the cut',
      days(100),
      Uint8Array.from({ length: 100 }, (_, i) => Number(i < 40)),
      null,
    ],
    [
      'nearly all later ones are of accounts that were there before',
      days(100),
      label(100),
      new Int32Array(100),
    ],
  ])('says why there is none: %s', (...[why, startedOn, labels, cluster]) => {
    expect(splitForward(startedOn, labels, cluster)).toEqual({ why });
  });

  it('is none without dates', () => {
    expect(splitForward(null, label(100), null)).toEqual({ why: 'fewer than half have a date' });
  });
});
