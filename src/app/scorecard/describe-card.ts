import { attainablePoints, tiersFor } from '../../stages/profile/index.ts';
import type { Prepared, TrainedCard, TrainedLine } from '../../stages/scorecard/training/index.ts';
import type { Scorecard, ScorecardLine } from './types.ts';

/** A trained card for people and programs, the largest points first within a layer. */
export function describeCard(card: TrainedCard, prepared: Prepared, best: number): Scorecard {
  return {
    lines: card.lines.map((line) => describeLine(line, card, prepared)),
    base: card.base,
    slope: card.slope,
    tiers: tiersFor(attainablePoints(card.lines)),
    behind: Number.isNaN(card.loss) ? 0 : card.loss - best,
    searchable: card.lines.every(({ searchable }) => searchable),
  };
}

function describeLine(
  line: TrainedLine,
  { slope }: Pick<TrainedCard, 'slope'>,
  { rows, label }: Prepared,
): ScorecardLine {
  const counts = { yes: { positives: 0, of: 0 }, no: { positives: 0, of: 0 }, unknown: 0 };
  rows.forEach((unit, row) => {
    const answer = line.answers[unit]!;
    if (Number.isNaN(answer)) counts.unknown++;
    else {
      const side = answer === 1 ? counts.yes : counts.no;
      side.of++;
      side.positives += label[row]!;
    }
  });
  return {
    label: line.label,
    condition: line.condition,
    layer: line.layer,
    subject: line.subject,
    points: line.points,
    rubric: line.rubric,
    odds: Math.exp(slope * line.points),
    searchable: line.searchable,
    ...counts,
  };
}
