import {
  attainablePoints,
  evidenceOf,
  type FitLine,
  type Profile,
  profileStatus,
  tiersFor,
} from '../../stages/profile/index.ts';
import type { TrainedCard, TrainedLine } from '../../stages/scorecard/training/index.ts';

/** What a page is made from: the page before, the card, and the lower bound of its validated AUC. */
export interface LearnedPageInput {
  readonly page: Profile;
  readonly card: TrainedCard;
  readonly snapshot: string;
  readonly aucLow: number;
}

/** The page with the lines of the card in place of its fit lines; all else stays. Its status is earned anew. */
export function learnedPage({ page, card, snapshot, aucLow }: LearnedPageInput): Profile {
  const fit = card.lines.map((line) => fitLine(line, page, snapshot));
  return { ...page, fit, tiers: tiersFor(attainablePoints(fit)), status: profileStatus(fit, aucLow) };
}

/** A line that the page has keeps its note, and its evidence where the card has none. */
function fitLine(line: TrainedLine, page: Profile, snapshot: string): FitLine {
  const same = JSON.stringify(line.condition);
  const before = page.fit.find(({ condition }) => JSON.stringify(condition) === same);
  return {
    layer: line.layer,
    condition: line.condition,
    points: line.points,
    evidence: line.pattern === null ? (before?.evidence ?? null) : evidenceOf(line.pattern, snapshot),
    note: before?.note ?? null,
  };
}
