import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

describe('nearestWord', () => {
  it('finds a word with letters swapped, dropped, added or changed', () => {
    const words = ['any', 'between', 'signal'];
    for (const near of ['beetwen', 'betwen', 'betweeen', 'betwoen'])
      expect(nearestWord(near, words)).toBe('between');
    expect(nearestWord('singal', words)).toBe('signal');
  });

  it('does not count case, accents or the kind of space', () => {
    expect(nearestWord('Job Posted', ['hired', 'job_posted'])).toBe('job_posted');
  });

  it('finds nothing when no word is near', () => {
    expect(nearestWord('employees', ['any', 'none'])).toBeNull();
    expect(nearestWord('x', [])).toBeNull();
  });

  it('takes the nearest, and of equals the first', () => {
    expect(nearestWord('mix', ['max', 'min', 'mix'])).toBe('mix');
    expect(nearestWord('mix', ['max', 'min'])).toBe('max');
  });
});
