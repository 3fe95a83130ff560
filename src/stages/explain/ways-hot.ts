import { type ExprRecord, newestSignal } from '../../base/expr/index.ts';
import type { AccountScore, Card, CardTimingLine } from '../scorecard/index.ts';
import { type Step, smallestWays, type Way } from './smallest-ways.ts';
import { withEvent } from './supposed-events.ts';
import type { ScoredAccount } from './ways-up.ts';

/** What keeps an account of tier A from being called today. */
export interface WaysHot {
  /** Timing points from which it is hot, and how many are missing. */
  readonly from: number;
  readonly missing: number;
  /**
   * The smallest sets of signals that would make it hot if they happened today, with the timing points then; what
   * nobody looked for comes first. Empty when not even two would.
   */
  readonly ways: readonly (Omit<Way, 'reached'> & { readonly timing: number })[];
}

/**
 * Which signals would make an account hot; null when it is hot, not of tier A, or when the card has no timing lines.
 *
 * @example
 * waysHot(card, account)?.ways[0]?.steps[0]?.label; // 'hired administration'
 */
export function waysHot(
  card: Card,
  { score, record }: Pick<ScoredAccount, 'score' | 'record'>,
): WaysHot | null {
  if (score.tier !== 'A' || score.timing === 'hot' || card.timing.length === 0) return null;
  const points = (of: AccountScore) => of.timingPoints ?? 0;
  const from = card.timingTiers.hot;
  const lines = card.timing.flatMap((line, i) => {
    const { truth, newest, points: now } = score.timingLines[i]!;
    if (line.points <= now) return [];
    const kind = truth === null ? 'find-out' : 'can-change';
    return [openLine(line, { kind, held: newest })];
  });
  const ways = smallestWays(lines, { card, record, measure: points, from });
  return {
    from,
    missing: thousandths(from - points(score)),
    ways: ways.map(({ steps, reached, unless }) => ({ steps, timing: reached, unless })),
  };
}

function openLine(line: CardTimingLine, { kind, held }: Pick<Step, 'kind' | 'held'>) {
  const { condition, id, event, subject } = line;
  return {
    step: { line: id, label: event, subject, kind, outcome: 'yes', held } as const,
    suppose: (record: ExprRecord) => withEvent(record, condition),
    holds: (record: ExprRecord) => newestSignal(condition, record) === condition.until,
  };
}

function thousandths(points: number): number {
  return Math.round(points * 1000) / 1000;
}
