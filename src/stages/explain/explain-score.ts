import { daysBetween, type ExprRecord, type Truth } from '../../base/expr/index.ts';
import { type AccountScore, type Card, type CardLine, decisiveLines } from '../scorecard/index.ts';
import { heldWords } from './held-words.ts';

/** One line of the sum, as a person adds it up. */
export interface ExplainedLine {
  /** Id of the line on the card: `fit-2`. */
  readonly line: string;
  readonly label: string;
  readonly outcome: 'yes' | 'no' | 'unknown';
  /** Points counted: 0 unless the line holds. */
  readonly points: number;
  /** Points the line is worth when it holds. */
  readonly worth: number;
  /** What the account holds of it, as the data says it; null when nothing is known. */
  readonly held: string | null;
}

/** One signal of the sum: what it was worth on its day is `worth`, what is left of it `points`. */
export interface ExplainedTiming extends ExplainedLine {
  /** The event without its window: `hired administration`. */
  readonly event: string;
  readonly newest: string | null;
  /** Days since then; null when nothing was found. */
  readonly daysAgo: number | null;
  /** Of a change between two dated imports, the day of the one before; else null. */
  readonly after: string | null;
  readonly halfLifeDays: number;
  /** `3 x 0.5^(12/60) = 2.612`; null when nothing was found. */
  readonly arithmetic: string | null;
}

/** An account's score taken apart (design, section 7). */
export interface ScoreExplanation {
  readonly market: readonly ExplainedLine[];
  readonly fit: readonly ExplainedLine[];
  readonly anti: readonly (ExplainedLine & { readonly because: string })[];
  readonly timing: readonly ExplainedTiming[];
  /** Unknown subjects on which the tier depends. */
  readonly tierDependsOn: readonly string[];
}

/** Takes the score of a record apart, line by line. */
export function explainScore(card: Card, score: AccountScore, record: ExprRecord): ScoreExplanation {
  const decisive = score.standing === 'scored' ? decisiveLines(card, score.fitLines) : [];
  const line = (of: CardLine, truth: Truth, worth: number) => lineOf(of, { truth, worth, record });
  return {
    market: card.market.map((of, i) => line(of, score.market[i]!, 0)),
    fit: card.fit.map((of, i) => line(of, score.fitLines[i]!, of.points)),
    anti: card.anti.map((of, i) => ({ ...line(of, score.anti[i]!, 0), because: of.because })),
    timing: card.timing.map((of, i) =>
      timingOf(card, score, { line: line(of, score.timingLines[i]!.truth, of.points), i }),
    ),
    tierDependsOn: [...new Set(decisive.map((i) => card.fit[i]!.subject))],
  };
}

function lineOf(
  { id, label, condition }: CardLine,
  { truth, worth, record }: { readonly truth: Truth; readonly worth: number; readonly record: ExprRecord },
): ExplainedLine {
  const outcome = truth === null ? 'unknown' : truth ? 'yes' : 'no';
  const points = truth === true ? worth : 0;
  return { line: id, label, outcome, points, worth, held: heldWords(condition, record) };
}

function timingOf(
  card: Card,
  score: AccountScore,
  { line, i }: { readonly line: ExplainedLine; readonly i: number },
): ExplainedTiming {
  const { event, points: worth, halfLifeDays, spans } = card.timing[i]!;
  const { newest, points } = score.timingLines[i]!;
  const daysAgo = newest === null ? null : daysBetween(newest, card.asOf);
  return {
    ...line,
    points,
    event,
    newest,
    daysAgo,
    after: newest === null ? null : (spans[newest] ?? null),
    halfLifeDays,
    arithmetic: daysAgo === null ? null : `${worth} x 0.5^(${daysAgo}/${halfLifeDays}) = ${points}`,
  };
}
