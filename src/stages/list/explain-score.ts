import { daysBetween, type Truth } from '../../base/expr/index.ts';
import { type AccountScore, type Card, type CardLine, decisiveLines, type Tier } from '../scorecard/index.ts';
import { signed } from './signed.ts';

/** One line of the sum, as a person adds it up. */
export interface ExplainedLine {
  readonly label: string;
  readonly outcome: 'yes' | 'no' | 'unknown';
  /** Points counted: 0 unless the line holds. */
  readonly points: number;
  /** Points the line is worth when it holds. */
  readonly worth: number;
}

/** One signal of the sum: what it was worth on its day is `worth`, what is left of it `points`. */
export interface ExplainedTiming extends ExplainedLine {
  readonly newest: string | null;
  /** `3 x 0.5^(12/60) = 2.612`; null when nothing was found. */
  readonly arithmetic: string | null;
}

/** An account's score taken apart (design, section 7). */
export interface ScoreExplanation {
  readonly market: readonly ExplainedLine[];
  readonly fit: readonly ExplainedLine[];
  readonly anti: readonly (ExplainedLine & { readonly because: string })[];
  readonly timing: readonly ExplainedTiming[];
  /** Lines that would lift the account towards the next tier, unknown ones first; null at the top. */
  readonly nextTier: {
    readonly tier: Tier;
    readonly missing: number;
    readonly ways: readonly string[];
  } | null;
  /** Unknown subjects on which the tier depends. */
  readonly tierDependsOn: readonly string[];
}

/** Takes a score apart, line by line. */
export function explainScore(card: Card, score: AccountScore): ScoreExplanation {
  const scored = score.standing === 'scored';
  const decisive = scored ? decisiveLines(card, score.fitLines) : [];
  return {
    market: card.market.map((line, i) => lineOf(line, score.market[i]!, 0)),
    fit: card.fit.map((line, i) => lineOf(line, score.fitLines[i]!, line.points)),
    anti: card.anti.map((line, i) => ({ ...lineOf(line, score.anti[i]!, 0), because: line.because })),
    timing: card.timing.map((_, i) => timingOf(card, score, i)),
    nextTier: scored ? nextTier(card, score) : null,
    tierDependsOn: [...new Set(decisive.map((i) => card.fit[i]!.subject))],
  };
}

function lineOf(line: Pick<CardLine, 'label'>, truth: Truth, worth: number): ExplainedLine {
  const outcome = truth === null ? 'unknown' : truth ? 'yes' : 'no';
  return { label: line.label, outcome, points: truth === true ? worth : 0, worth };
}

function timingOf(card: Card, score: AccountScore, i: number): ExplainedTiming {
  const line = card.timing[i]!;
  const { truth, newest, points } = score.timingLines[i]!;
  const days = newest === null ? null : daysBetween(newest, card.asOf);
  return {
    ...lineOf(line, truth, line.points),
    points,
    newest,
    arithmetic: days === null ? null : `${line.points} x 0.5^(${days}/${line.halfLifeDays}) = ${points}`,
  };
}

const tierAbove: Readonly<Record<Tier, Exclude<Tier, 'D'> | null>> = { A: null, B: 'A', C: 'B', D: 'C' };

function nextTier(card: Card, score: AccountScore): ScoreExplanation['nextTier'] {
  const tier = tierAbove[score.tier ?? 'D'];
  if (tier === null) return null;
  const ways = card.fit
    .map((line, i) => ({ line, truth: score.fitLines[i]!, gain: gainOf(line.points, score.fitLines[i]!) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => Number(a.truth !== null) - Number(b.truth !== null) || b.gain - a.gain)
    .map(({ line, truth, gain }) => `${stepOf(truth)} ${line.label} (${signed(gain)})`);
  return { tier, missing: card.tiers[tier] - score.fit, ways };
}

/** What would have to happen to a line for its points to be gained. */
function stepOf(truth: Truth): string {
  if (truth === null) return 'find out whether';
  return truth ? 'no longer:' : 'not yet:';
}

function gainOf(points: number, truth: Truth): number {
  if (points < 0) return truth === true ? -points : 0;
  return truth === true ? 0 : points;
}
