import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputFor, truths } from '../discovery-fixtures.ts';
import { createSearch } from '../round.ts';
import { takeSample } from '../sample.ts';
import { openIncrements } from './increments.ts';
import { listCombinations } from './list-combinations.ts';
import type { Part } from './part.ts';
import { zOf } from './test-increments.ts';

const plan = {
  declared: [],
  permutations: 99,
  seed: 1,
  alpha: 0.05,
  stepDown: true,
  depth: 3,
  quality: 'wracc',
  withinQuarters: false,
} as const;

const part = (field: number): Part => {
  const side = { levels: [1], sign: 1 as const };
  return { ...side, field, looks: 1, told: side, supported: true };
};

function searchOf(columns: readonly (readonly (boolean | null)[])[], score: readonly number[]) {
  const fields = columns.map((values, f) => truths(`f${f}`, values));
  const input = inputFor(Float64Array.from(score), fields);
  const rows = Int32Array.from(score, (_, i) => i);
  return { ...createSearch(takeSample(input, rows), plan), score: Float64Array.from(score) };
}

const bits = (text: string): boolean[] => [...text, ...text].map((bit) => bit === '1');
const a = bits('1111110000001010');
const b = bits('1110011100000110');
const c = bits('1011010110010010');
const drawn = [2.1, 1.7, 2.6, 0.2, -0.3, 1.1, 0.4, -0.6, -0.2, -1.3, -0.8, -0.9, 0.1, -0.5, 1.9, -0.4];
const score = [...drawn, ...drawn.toReversed()];

/*
 * Reference: numpy 2 on the columns above.
 * q, _ = np.linalg.qr(M); e = s - q @ (q.T @ s); r = x - q @ (q.T @ x)
 * z = (e @ r) / np.sqrt(r @ r) / np.sqrt(e @ e / (32 - rank)), rank of what the scores were regressed on
 */
describe('what a combination adds', () => {
  it('is the residual of its product on its parts (numpy: M = [1, a, b], x = a*b)', () => {
    expect(zsOf([a, b], [[0, 1]], [0, 1])).toBeCloseTo(1.3286834835418186, 12);
  });

  it('loses what other parts explain (numpy: M = [1, a, b, c], x = a*b)', () => {
    expect(zsOf([a, b, c], [[0, 1]], [0, 1, 2])).toBeCloseTo(1.5930660334123812, 12);
  });

  it('loses its own parts where only others were taken (numpy: scores on [1, c], x on [1, c, a, b])', () => {
    expect(zsOf([a, b, c], [[0, 1]], [2])).toBeCloseTo(1.4816696656021107, 12);
  });

  it('of three conditions loses what their pairs explain (numpy: M = [1, a, b, c, ab, ac, bc], x = abc)', () => {
    expect(zsOf([a, b, c], [[0, 1, 2]], [0, 1, 2])).toBeCloseTo(-0.6735692850969895, 12);
  });

  function zsOf(columns: readonly boolean[][], sets: readonly number[][], taken: readonly number[]): number {
    const [trial] = openIncrements(
      searchOf(columns, score),
      sets.map((set) => set.map(part)),
      taken.map(part),
    );
    const [increment] = [...trial!.increments];
    return zOf(increment!, trial!.trial);
  }
});

const trit = fc.constantFrom(true, false, null);
const columnsOf = (n: number) =>
  fc.array(fc.array(trit, { minLength: n, maxLength: n }), { minLength: 3, maxLength: 3 });

it('is nothing that its parts, or smaller combinations within it, say: their contrasts are orthogonal', () => {
  fc.assert(
    fc.property(
      columnsOf(40),
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 40, maxLength: 40 }),
      (columns, value) => {
        const parts = [0, 1, 2].map(part);
        const sets = listCombinations(parts, 3);
        for (const { trial, increments } of openIncrements(searchOf(columns, value), sets, parts)) {
          const laid = [...increments];
          for (const { contrast } of laid)
            for (const unit of trial.basis!) expect(dot(contrast, unit)).toBeCloseTo(0, 8);
          const three = laid.find((one) => one.parts.length === 3);
          for (const two of laid.filter((one) => one.parts.length === 2 && three !== undefined))
            expect(dot(three!.contrast, two.contrast)).toBeCloseTo(0, 6);
        }
      },
    ),
    { numRuns: 60 },
  );
});

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, x, i) => sum + x * other[i]!, 0);
}
