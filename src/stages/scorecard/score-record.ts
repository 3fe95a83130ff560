import { daysBetween, type ExprRecord, evaluate, newestSignal, type Truth } from '../../base/expr/index.ts';
import { decayedPoints, sumTiming, timingClass } from '../signals/index.ts';
import { fitRange } from './fit-range.ts';
import { tierOf } from './tier-of.ts';
import type {
  AccountScore,
  Card,
  CardLine,
  CardTimingLine,
  Standing,
  StrongestSignal,
  TimingOutcome,
} from './types.ts';

/**
 * Scores one account in memory: the reference for the SQL evaluator (design, section 7).
 * An unknown anti line never disqualifies and an unknown market line never excludes.
 */
export function scoreRecord(card: Card, record: ExprRecord): AccountScore {
  const truths = (lines: readonly Pick<CardLine, 'condition'>[]) =>
    lines.map((line) => evaluate(line.condition, record));
  const market = truths(card.market);
  const anti = truths(card.anti);
  const fitLines = truths(card.fit);
  const timingLines = card.timing.map((line) => timingOutcome(line, record, card.asOf));
  const standing = standingOf(market, anti);
  const range = fitRange(card, fitLines);
  const scored = standing === 'scored';
  const known = timingLines.filter((line) => line.truth !== null);
  const timingPoints = known.length === 0 ? null : sumTiming(known.map((line) => line.points));
  return {
    standing,
    ...range,
    tier: scored ? tierOf(range.fit, card.tiers) : null,
    needsData: scored && tierOf(range.fitMin, card.tiers) !== tierOf(range.fitMax, card.tiers),
    timing: timingClass(timingPoints, card.timingTiers),
    timingPoints,
    strongest: strongestOf(timingLines),
    market,
    fitLines,
    anti,
    timingLines,
  };
}

function standingOf(market: readonly Truth[], anti: readonly Truth[]): Standing {
  if (market.includes(false)) return 'outside-market';
  return anti.includes(true) ? 'disqualified' : 'scored';
}

function timingOutcome(line: CardTimingLine, record: ExprRecord, asOf: string): TimingOutcome {
  const truth = evaluate(line.condition, record);
  const newest = truth === true ? newestSignal(line.condition, record) : null;
  const points =
    newest === null ? 0 : decayedPoints(line.points, daysBetween(newest, asOf), line.halfLifeDays);
  return { truth, newest, points };
}

function strongestOf(lines: readonly TimingOutcome[]): StrongestSignal | null {
  const most = Math.max(0, ...lines.map((line) => line.points));
  const line = most === 0 ? -1 : lines.findIndex(({ points }) => points === most);
  const on = lines[line]?.newest ?? null;
  return on === null ? null : { line, on };
}
