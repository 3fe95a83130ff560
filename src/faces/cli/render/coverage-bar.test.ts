import { describe, expect, it } from 'vitest';
import { coverageBar } from './coverage-bar.ts';

describe('coverage bar', () => {
  it('has one cell for every tenth', () => {
    expect(coverageBar({ known: 30, of: 100 })).toBe('███░░░░░░░  30%');
  });

  it('is full only when everything is known, and empty only when nothing is', () => {
    expect(coverageBar({ known: 999, of: 1000 })).toBe('█████████░  99%');
    expect(coverageBar({ known: 1, of: 1000 })).toBe('█░░░░░░░░░   1%');
    expect(coverageBar({ known: 7, of: 7 })).toBe('██████████ 100%');
    expect(coverageBar({ known: 0, of: 7 })).toBe('░░░░░░░░░░   0%');
  });

  it('has no percentage of nothing', () => {
    expect(coverageBar({ known: 0, of: 0 })).toBe('░░░░░░░░░░    -');
  });
});
