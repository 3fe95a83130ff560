import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, hypergeometricMidP } from '../../base/stats/index.ts';
import type { Judge } from './judge.ts';
import { createLabelJudge } from './label-judge.ts';
import { createScan, scanColumn, squared } from './scan-column.ts';
import { createScoreJudge } from './score-judge.ts';
import { createColumn, type SearchColumn } from './search-column.ts';
import { searchSpace } from './search-space.ts';

const levels = (count: number, nameable = true) =>
  Array.from({ length: count }, (_, l) => ({ label: `${l}`, low: l, high: l, nameable }));

function columnOf(codes: readonly number[], count: number, ordered: boolean): SearchColumn {
  const field = { ordered, levels: levels(count) };
  return createColumn(Int32Array.from(codes), field, { field: 0, hypothesis: null });
}

function scanned(column: SearchColumn, scores: ArrayLike<number>, judge: Judge) {
  const scan = createScan(column.counts.length);
  scanColumn(column, squared(Float64Array.from(scores)), { judge, scan });
  const found = Array.from(scan.order.subarray(scan.first, scan.last + 1)).sort((a, b) => a - b);
  return { strength: scan.strength, sign: scan.sign, levels: found };
}

/** z squared from its definition, one condition at a time. */
function plainStrength(
  codes: readonly number[],
  scores: readonly number[],
  inside: ReadonlySet<number>,
): number {
  const known = scores.filter((_, i) => codes[i]! >= 0);
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const variance = known.reduce((sum, s) => sum + (s - mean) ** 2, 0) / (known.length - 1);
  const members = scores.filter((_, i) => inside.has(codes[i]!));
  const n = known.length;
  const m = members.length;
  if (m < Math.max(3, 0.03 * n) || n - m < Math.max(3, 0.03 * n) || variance < 1e-12) return -1;
  const excess = members.reduce((sum, s) => sum + s - mean, 0);
  return excess ** 2 / (((m * (n - m)) / n) * variance);
}

const windows = (count: number): ReadonlySet<number>[] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a }, (_, w) => new Set(Array.from({ length: w + 1 }, (_, i) => a + i))),
  ).flat();

const subsets = (count: number): ReadonlySet<number>[] =>
  Array.from(
    { length: 2 ** count - 2 },
    (_, bits) => new Set(Array.from({ length: count }, (_, l) => l).filter((l) => ((bits + 1) >> l) & 1)),
  );

const records = (count: number) =>
  fc.array(fc.tuple(fc.integer({ min: -1, max: count - 1 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 12,
    maxLength: 60,
  });

describe('the hypotheses of one column', () => {
  const counting = (judge: Judge) => {
    let looked = 0;
    const strength: Judge['strength'] = (...condition) => {
      looked++;
      return judge.strength(...condition);
    };
    return { judge: { ...judge, strength }, looked: () => looked };
  };

  it('are all compared on the real scores, and as many on every permutation', () => {
    fc.assert(
      fc.property(records(6), fc.boolean(), fc.integer(), (rows, byLabel, seed) => {
        const column = columnOf(
          rows.map(([code]) => code),
          6,
          true,
        );
        const random = createRandom(seed);
        const scores = Float64Array.from(rows, ([, score]) => (byLabel ? Number(score > 0) : score));
        for (let permutation = 0; permutation < 5; permutation++) {
          const { judge, looked } = counting(byLabel ? createLabelJudge(rows.length) : createScoreJudge());
          scanned(column, scores, judge);
          expect(looked()).toBe(searchSpace(column));
          random.shuffle(scores);
        }
      }),
    );
  });
});

describe('the search of one column', () => {
  it('finds the strongest of all windows over ordered levels', () => {
    fc.assert(
      fc.property(records(7), (rows) => {
        const codes = rows.map(([code]) => code);
        const scores = rows.map(([, score]) => score);
        const column = columnOf(codes, 7, true);
        fc.pre(column.known >= 6);
        const best = Math.max(-1, ...windows(7).map((inside) => plainStrength(codes, scores, inside)));
        const found = scanned(column, scores, createScoreJudge());
        if (best >= 0) expect(found.strength).toBeCloseTo(best, 8);
        else expect(found.strength).toBeLessThanOrEqual(0);
        if (best > 0) expect(plainStrength(codes, scores, new Set(found.levels))).toBeCloseTo(best, 8);
      }),
    );
  });

  it('finds the strongest of all subsets of unordered levels', () => {
    fc.assert(
      fc.property(records(5), (rows) => {
        const filled = [
          ...rows,
          ...Array.from({ length: 15 }, (_, i) => [i % 5, (i * 7) % 11] as [number, number]),
        ];
        const codes = filled.map(([code]) => code);
        const scores = filled.map(([, score]) => score);
        const best = Math.max(...subsets(5).map((inside) => plainStrength(codes, scores, inside)));
        const found = scanned(columnOf(codes, 5, false), scores, createScoreJudge());
        expect(found.strength).toBeCloseTo(best, 8);
        expect(plainStrength(codes, scores, new Set(found.levels))).toBeCloseTo(best, 8);
      }),
    );
  });

  it('with labels alone maximises the one-sided mid-p in either direction', () => {
    fc.assert(
      fc.property(records(6), (rows) => {
        const codes = rows.map(([code]) => code);
        const label = rows.map(([, score]) => Number(score > 20));
        const column = columnOf(codes, 6, true);
        const known = codes.filter((code) => code >= 0).length;
        const best = label.filter((y, i) => y === 1 && codes[i]! >= 0).length;
        const chances = windows(6).flatMap((inside) => {
          const m = codes.filter((code) => inside.has(code)).length;
          const k = label.filter((y, i) => y === 1 && inside.has(codes[i]!)).length;
          if (m < 3 || known - m < 3) return [];
          const upper = hypergeometricMidP(k, { population: known, successes: best, draws: m });
          const lower = hypergeometricMidP(m - k, { population: known, successes: known - best, draws: m });
          return [Math.min(upper, lower)];
        });
        fc.pre(chances.length > 0);
        const judge = createLabelJudge(rows.length);
        const found = scanned(column, label, judge);
        expect(Math.log(judge.p(found.strength))).toBeCloseTo(Math.log(Math.min(...chances)), 8);
      }),
    );
  });

  it('never puts a pooled level into a condition, and still searches both ends', () => {
    const codes = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2];
    const field = { ordered: false, levels: [...levels(2), ...levels(1, false)] };
    const column = createColumn(Int32Array.from(codes), field, { field: 0, hypothesis: null });
    const scores = codes.map((code) => (code === 1 ? -3 : 1));
    const found = scanned(column, scores, createScoreJudge());
    expect(found).toMatchObject({ levels: [1], sign: -1 });
    expect(column.whole).toBe(false);
  });

  it('compares as many conditions in a permutation as in the real data', () => {
    const random = createRandom(3);
    const codes = Array.from({ length: 60 }, (_, i) => i % 6);
    const scores = Float64Array.from({ length: 60 }, () => random.normal());
    for (const ordered of [true, false]) {
      const counts = Array.from({ length: 20 }, () => {
        let asked = 0;
        const judge = createScoreJudge();
        const counting: Judge = {
          ...judge,
          strength: (...args) => {
            asked++;
            return judge.strength(...args);
          },
        };
        scanned(columnOf(codes, 6, ordered), [...scores], counting);
        random.shuffle(scores);
        return asked;
      });
      expect(new Set(counts)).toEqual(new Set([ordered ? 20 : 5]));
    }
  });

  it('finds nothing where no condition covers three records and leaves out three', () => {
    const column = columnOf([0, 0, 0, 0, 1, 1], 2, false);
    expect(scanned(column, [1, 2, 3, 4, 5, 6], createScoreJudge()).strength).toBe(-1);
  });
});
