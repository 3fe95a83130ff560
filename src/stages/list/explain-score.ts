import { daysBetween, type Truth } from '../../base/expr/index.ts';
import { type AccountScore, type Card, type CardLine, type Tier, tierOf } from '../scorecard/index.ts';
import { signed } from './line-words.ts';

/** One line of the sum, as a person adds it up. */
export interface ExplainedLine {
  readonly label: string;
  readonly outcome: 'yes' | 'no' | 'unknown';
  /** Points counted: 0 unless the line holds. */
  readonly points: number;
  /** Points the line is worth when it holds. */
  readonly worth: number;
}

export interface ExplainedTiming extends ExplainedLine {
  readonly newest: string | null;
  /** `3 x 0.5^(12/60) = 2.6`; null when nothing was found. */
  readonly arithmetic: string | null;
}

/** An account's score taken apart (design, section 7). */
export interface ScoreExplanation {
  readonly market: readonly ExplainedLine[];
  readonly fit: readonly ExplainedLine[];
  readonly anti: readonly (ExplainedLine & { readonly because: string })[];
  readonly timing: readonly ExplainedTiming[];
  /** Lines that would lift the account to the next tier, unknown ones first; null at the top. */
  readonly nextTier: {
    readonly tier: Tier;
    readonly missing: number;
    readonly ways: readonly string[];
  } | null;
  /** Subjects whose value alone can change the tier. */
  readonly tierDependsOn: readonly string[];
}

/** Takes a score apart, line by line. */
export function explainScore(card: Card, score: AccountScore): ScoreExplanation {
  return {
    market: card.market.map((line, i) => lineOf(line, score.market[i]!, 0)),
    fit: card.fit.map((line, i) => lineOf(line, score.fitLines[i]!, line.points)),
    anti: card.anti.map((line, i) => ({ ...lineOf(line, score.anti[i]!, 0), because: line.because })),
    timing: card.timing.map((_, i) => timingOf(card, score, i)),
    nextTier: score.standing === 'scored' ? nextTier(card, score) : null,
    tierDependsOn: score.standing === 'scored' ? decisive(card, score) : [],
  };
}

function lineOf(line: CardLine, truth: Truth, worth: number): ExplainedLine {
  const outcome = truth === null ? 'unknown' : truth ? 'yes' : 'no';
  return { label: line.label, outcome, points: truth === true ? worth : 0, worth };
}

function timingOf(card: Card, score: AccountScore, i: number): ExplainedTiming {
  const line = card.timing[i]!;
  const { truth, newest, points } = score.timingLines[i]!;
  const base = lineOf(line, truth, line.points);
  if (newest === null) return { ...base, points: 0, newest, arithmetic: null };
  const days = daysBetween(newest, card.asOf);
  const rounded = Number(points.toFixed(2));
  return {
    ...base,
    points: rounded,
    newest,
    arithmetic: `${line.points} x 0.5^(${days}/${line.halfLifeDays}) = ${rounded}`,
  };
}

function nextTier(card: Card, score: AccountScore): ScoreExplanation['nextTier'] {
  const above: Readonly<Record<Tier, Exclude<Tier, 'D'> | null>> = { A: null, B: 'A', C: 'B', D: 'C' };
  const tier = above[score.tier ?? 'D'];
  if (tier === null) return null;
  const missing = card.tiers[tier] - score.fit;
  const gains = card.fit
    .map((line, i) => ({ line, truth: score.fitLines[i]!, gain: gainOf(line.points, score.fitLines[i]!) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => Number(a.truth !== null) - Number(b.truth !== null) || b.gain - a.gain);
  const ways = gains.map(({ line, truth, gain }) => {
    const verb = truth === null ? 'find out whether' : line.points < 0 ? 'no longer' : 'not now:';
    return `${verb} ${line.label} (${signed(gain)})`;
  });
  return { tier, missing, ways };
}

function gainOf(points: number, truth: Truth): number {
  if (points < 0) return truth === true ? -points : 0;
  return truth === true ? 0 : points;
}

function decisive(card: Card, score: AccountScore): readonly string[] {
  const tier = tierOf(score.fit, card.tiers);
  const subjects = card.fit
    .filter((line, i) => score.fitLines[i] === null && tierOf(score.fit + line.points, card.tiers) !== tier)
    .map((line) => line.subject);
  if (subjects.length > 0 || !score.needsData) return [...new Set(subjects)];
  return [...new Set(card.fit.filter((_, i) => score.fitLines[i] === null).map((line) => line.subject))];
}
