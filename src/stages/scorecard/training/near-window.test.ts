import { describe, expect, it } from 'vitest';
import { type CandidateField, codeNumbers, type Pattern } from '../../discovery/index.ts';
import { nearWindow } from './near-window.ts';

const numbers = Array.from({ length: 200 }, (_, i) => i);
const employees: CandidateField = codeNumbers(numbers, {
  id: 'employees',
  column: 'employees',
  label: 'Employees',
  layer: 'firmographic',
  known: 'before',
  knownBy: 'guessed',
  searchable: true,
  perAccount: true,
  currency: null,
});
const pattern = (levels: readonly number[]) =>
  ({ field: 'employees', conditions: [employees.condition(levels)] }) as unknown as Pattern;
const inside = (answers: Float64Array) => numbers.filter((_, i) => answers[i] === 1);

describe('near a window', () => {
  it('is half as wide again on each side', () => {
    const near = nearWindow([employees], pattern([4, 5]))!;
    const wide = inside(near.answers);
    const narrow = numbers.filter((_, i) => [4, 5].includes(employees.codes[i]!));
    expect(employees.codes[wide[0]!]).toBe(3);
    expect(employees.codes[wide.at(-1)!]).toBe(6);
    expect(narrow.every((n) => wide.includes(n))).toBe(true);
    expect(near.label).toMatch(/^Employees \d+-\d+ \(near\)$/);
  });

  it('ends where the field ends', () => {
    const wide = inside(nearWindow([employees], pattern([0, 1]))!.answers);
    expect(wide[0]).toBe(0);
  });

  it('is nothing where it would be the whole field, or where the pattern is of another field', () => {
    const all = employees.levels.map((_, i) => i).slice(1);
    expect(nearWindow([employees], pattern(all))).toBeNull();
    expect(nearWindow([], pattern([3]))).toBeNull();
  });
});
