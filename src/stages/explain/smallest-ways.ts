import type { ExprRecord } from '../../base/expr/index.ts';
import { type AccountScore, type Card, scoreRecord } from '../scorecard/index.ts';

/**
 * How a line could come out otherwise: by finding out what is unknown (`find-out`), by a change at the account that
 * happens (`can-change`: a tool, a signal, a number), or by nothing that anybody does (`given`: industry, country).
 */
export type StepKind = 'find-out' | 'can-change' | 'given';

/** One line that would come out otherwise. */
export interface Step {
  /** Id of the line on the card: `fit-2`. */
  readonly line: string;
  readonly label: string;
  readonly subject: string;
  readonly kind: StepKind;
  /** How it would come out. */
  readonly outcome: 'yes' | 'no';
  /** What the account holds now; null when unknown. */
  readonly held: string | null;
}

/** A line that could come out otherwise, and the accounts that stand for all in which it does. */
export interface OpenLine {
  readonly step: Step;
  readonly suppose: (record: ExprRecord) => readonly ExprRecord[];
  readonly holds: (record: ExprRecord) => boolean;
}

/** Lines that together reach a goal, whatever else the same facts turn out to be. */
export interface Way {
  readonly steps: readonly Step[];
  /** The least that the goal measures when all steps come true. */
  readonly reached: number;
  /** Reasons of anti lines that could hold then. */
  readonly unless: readonly string[];
}

/** What is to be reached: at least `from` of what `measure` says of a score. */
export interface Goal {
  readonly card: Card;
  readonly record: ExprRecord;
  readonly measure: (score: AccountScore) => number;
  readonly from: number;
}

/** Accounts that are tried for one way at most; beyond, the way is not told. */
const mostRecords = 2_000;

/**
 * The smallest sets of lines that reach a goal: every one of one line, else every one of two. A set counts only if the
 * goal is reached however the facts behind its lines turn out: of overlapping windows the worst case is taken, and lines
 * that exclude each other are never one set. Ordered by what is easiest (find out, then change), then by what is reached.
 */
export function smallestWays(lines: readonly OpenLine[], goal: Goal): readonly Way[] {
  const alone = lines.flatMap((line) => wayOf([line], goal) ?? []);
  const ways =
    alone.length > 0
      ? alone
      : lines.flatMap((line, i) => lines.slice(i + 1).flatMap((other) => wayOf([line, other], goal) ?? []));
  return ways.toSorted((a, b) => effortOf(a) - effortOf(b) || b.reached - a.reached);
}

const efforts: readonly StepKind[] = ['find-out', 'can-change', 'given'];

/** Two unknowns come before one unknown and one change. */
function effortOf({ steps }: Way): number {
  return steps.reduce((sum, { kind }) => sum + efforts.indexOf(kind), 0);
}

function wayOf(lines: readonly OpenLine[], goal: Goal): Way | null {
  const scores = supposedScores(lines, goal);
  const within = scores.filter(({ standing }) => standing === 'scored');
  if (within.length === 0) return null;
  const reached = Math.min(...within.map(goal.measure));
  if (reached < goal.from) return null;
  const hit = scores.flatMap(({ anti }) => goal.card.anti.filter((_, i) => anti[i] === true));
  return {
    steps: lines.map(({ step }) => step),
    reached,
    unless: [...new Set(hit.map(({ because }) => because))],
  };
}

/** Scores of the accounts in which all lines come out as wanted; none when there are too many to be sure. */
function supposedScores(lines: readonly OpenLine[], { card, record }: Goal): readonly AccountScore[] {
  let records: readonly ExprRecord[] = [record];
  for (const line of lines) {
    const supposed = records.flatMap(line.suppose);
    if (supposed.length > mostRecords) return [];
    records = apart(card, supposed);
  }
  return records.filter((of) => lines.every((line) => line.holds(of))).map((of) => scoreRecord(card, of));
}

/** One record for each way in which the lines of the card come out. */
function apart(card: Card, records: readonly ExprRecord[]): readonly ExprRecord[] {
  const found = new Map<string, ExprRecord>();
  for (const record of records) {
    const { market, fitLines, anti, timingLines } = scoreRecord(card, record);
    found.set(JSON.stringify([market, fitLines, anti, timingLines]), record);
  }
  return [...found.values()];
}
