import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../../test/score-support.ts';
import type { Truth } from '../../../base/expr/index.ts';
import { editPoints } from './edit-points.ts';
import { heldOutAfter } from './held-out-after.ts';
import type { HeldOut } from './types.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: industry, any: [dental], points: 1 }
    - { field: employees, min: 3, points: 2 }
tiers: { A: 4, B: 3, C: 2 }
`);

/** Label, weight, totals, what the industry gave in either repeat, and how the two lines on it come out. */
const rows: readonly (readonly [0 | 1, number, number[], number[], Truth, Truth])[] = [
  [1, 1, [3, 3], [3, 3], true, false],
  [0, 1, [1, 3], [0, 0], false, true],
  [1, 2, [4, 2], [3, 2], true, false],
  [0, 1, [0, 1], [0, 1], null, null],
  [1, 1, [2, 5], [0, 3], false, false],
  [0, 3, [2, 0], [2, 0], false, true],
];

const heldOut: HeldOut = {
  units: rows.map(([label, weight, totals, parts, clinic, dental], i) => ({
    label,
    weight,
    totals,
    parts: parts.map((part, repeat) => (repeat === 0 ? [part, 0] : [0, part]).concat(totals[repeat]! - part)),
    truths: [clinic, dental, true],
    line: [
      { base: i < 3 ? -2 : -1, slope: 0.8 },
      { base: i < 3 ? -1.5 : -2, slope: 0.6 },
    ],
  })),
};

describe('held-out figures', () => {
  // python3, scikit-learn 1.9.1: means over both repeats of roc_auc_score(label, total, sample_weight=weight)
  // within each of the two folds, weighted by the pairs it compares, and of
  // log_loss(label, 1 / (1 + exp(-(base + slope * total))), sample_weight=weight)
  it('are those of scikit-learn, before and after', () => {
    const after = editPoints(card, 0, 5);
    const figures = heldOutAfter(heldOut, { before: card, after });
    expect(figures.before.auc).toBeCloseTo(0.7142857142857143, 12);
    expect(figures.before.logLoss).toBeCloseTo(0.5109977917953061, 12);
    expect(figures.after.auc).toBeCloseTo(1, 12);
    expect(figures.after.logLoss).toBeCloseTo(0.3948805431996778, 12);
  });

  it('do not change where no points do, nor when a subject gets what its folds gave', () => {
    const same = heldOutAfter(heldOut, { before: card, after: card });
    expect(same.after).toEqual(same.before);
    const employees = heldOutAfter(
      { units: heldOut.units.map((unit) => ({ ...unit, parts: unit.parts.map(() => [0, 0, 4]) })) },
      { before: card, after: editPoints(card, 2, 4) },
    );
    expect(employees.after).toEqual(employees.before);
  });

  it('lose what a line gave when it is taken out', () => {
    const without = editPoints(editPoints(card, 0, 0), 1, 0);
    const { after } = heldOutAfter(heldOut, { before: card, after: without });
    const bare = heldOut.units.map((unit) => ({
      ...unit,
      totals: unit.totals.map((total, repeat) => total - unit.parts[repeat]![0]! - unit.parts[repeat]![1]!),
    }));
    expect(after).toEqual(heldOutAfter({ units: bare }, { before: card, after: card }).before);
  });

  it('have no AUC where all outcomes are alike', () => {
    const good = { units: heldOut.units.filter(({ label }) => label === 1) };
    expect(heldOutAfter(good, { before: card, after: card }).before.auc).toBeNull();
  });
});
