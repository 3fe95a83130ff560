import { groupBy } from '../../../base/sql/index.ts';
import { softplus, weightedAuc } from '../../../base/stats/index.ts';
import type { HeldOut, HeldOutUnit, PointsFigures } from './types.ts';

/** Lines by what they ask about, with points. */
export interface PointsLines {
  readonly fit: readonly { readonly subject: string; readonly points: number }[];
}

/** From one card to another with the same lines. */
export interface PointsChange {
  readonly before: PointsLines;
  readonly after: PointsLines;
}

/**
 * What other points would have done on units that the cards had not seen, without learning anew: in every fold what an
 * edited subject gave is replaced by the new points of the lines that hold. The line from total to log odds stays that
 * of the fold. As the edited points are the same in all folds, the figures after are for the points as they were
 * chosen, not for the choosing.
 *
 * @param change the page before and after, its fit lines in the order of the units' `truths`
 */
export function heldOutAfter(
  heldOut: HeldOut,
  change: PointsChange,
): { readonly before: PointsFigures; readonly after: PointsFigures } {
  const edits = editedSubjects(change);
  const after = heldOut.units.map((unit) => ({
    ...unit,
    totals: unit.totals.map((total, repeat) =>
      edits.reduce((sum, edit) => sum - edit.partAt(unit, repeat) + edit.pointsAt(unit), total),
    ),
  }));
  return { before: figuresOf(heldOut.units), after: figuresOf(after) };
}

/** A subject of which some line was edited: what it gave in a fold, and what all its lines give now, at a unit. */
interface EditedSubject {
  readonly partAt: (unit: HeldOutUnit, repeat: number) => number;
  readonly pointsAt: (unit: HeldOutUnit) => number;
}

function editedSubjects({ before, after }: PointsChange): readonly EditedSubject[] {
  const edited = after.fit.filter(({ points }, i) => points !== before.fit[i]?.points);
  return [...new Set(edited.map(({ subject }) => subject))].map((subject) => {
    const lines = linesOf(after, subject);
    return {
      partAt: ({ parts }, repeat) => lines.reduce((sum, line) => sum + parts[repeat]![line]!, 0),
      pointsAt: ({ truths }) =>
        lines.reduce((sum, line) => (truths[line] === true ? sum + after.fit[line]!.points : sum), 0),
    };
  });
}

function linesOf({ fit }: PointsLines, subject: string): readonly number[] {
  return fit.flatMap((line, i) => (line.subject === subject ? [i] : []));
}

function figuresOf(units: readonly HeldOutUnit[]): PointsFigures {
  const repeats = units[0]?.totals.length ?? 0;
  const each = Array.from({ length: repeats }, (_, repeat) => ({
    auc: aucOf(units, repeat),
    loss: lossOf(units, repeat),
  }));
  const mean = (of: (repeat: (typeof each)[number]) => number) =>
    each.reduce((sum, repeat) => sum + of(repeat), 0) / repeats;
  const auc = mean((repeat) => repeat.auc);
  return { auc: Number.isNaN(auc) ? null : auc, logLoss: mean((repeat) => repeat.loss) };
}

/** Within the folds of a repeat, weighted by the pairs that each compares: totals of two cards are not put in one order. */
function aucOf(units: readonly HeldOutUnit[], repeat: number): number {
  const folds = groupBy(units, ({ line }) => `${line[repeat]!.base} ${line[repeat]!.slope}`);
  let [sum, pairs] = [0, 0];
  for (const fold of folds.values()) {
    const compared = weightOf(fold, 1) * weightOf(fold, 0);
    if (compared === 0) continue;
    const scores = Float64Array.from(fold, ({ totals }) => totals[repeat]!);
    const labels = fold.map(({ label }) => label);
    const weights = fold.map(({ weight }) => weight);
    sum += compared * weightedAuc(scores, labels, weights);
    pairs += compared;
  }
  return sum / pairs;
}

function weightOf(units: readonly HeldOutUnit[], of: 0 | 1): number {
  return units.reduce((sum, { label, weight }) => (label === of ? sum + weight : sum), 0);
}

function lossOf(units: readonly HeldOutUnit[], repeat: number): number {
  let [loss, weights] = [0, 0];
  for (const { label, weight, totals, line } of units) {
    const { base, slope } = line[repeat]!;
    const logOdds = base + slope * totals[repeat]!;
    loss += weight * softplus(label === 1 ? -logOdds : logOdds);
    weights += weight;
  }
  return loss / weights;
}
