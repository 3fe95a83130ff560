import { type ExprRecord, evaluate, type ResolvedCondition, type Truth } from '../../base/expr/index.ts';
import type { FieldKind } from '../dataset/index.ts';
import { type AccountScore, type Card, type CardFitLine, type Tier, tierOf } from '../scorecard/index.ts';
import { heldWords } from './held-words.ts';
import { type LeafCondition, leafConditions } from './leaf-conditions.ts';
import { type OpenLine, type Step, type StepKind, smallestWays, type Way } from './smallest-ways.ts';
import { supposedRecords } from './supposed-records.ts';

/** One of the smallest sets of lines that lift an account, and the tier it then has at least. */
export interface WayUp extends Omit<Way, 'reached'> {
  /** The fit it then has at least. */
  readonly fit: number;
  readonly tier: Tier;
}

/** What would move an account up a tier. */
export interface WaysUp {
  /** The next tier, where it begins, and how many points are missing. */
  readonly tier: Exclude<Tier, 'D'>;
  readonly from: number;
  readonly missing: number;
  /** The smallest sets, unknown lines first; empty when not even two lines reach it. */
  readonly ways: readonly WayUp[];
  /** The most points that all that is unknown or can change would add. */
  readonly most: number;
  /** Lines that would add points, but that nobody can change. */
  readonly given: readonly (Step & { readonly points: number })[];
}

/** An account and its score against a card, and what kind of value each field holds. */
export interface ScoredAccount {
  readonly record: ExprRecord;
  readonly score: AccountScore;
  readonly kindOf: (field: string) => FieldKind | null;
}

const tierAbove: Readonly<Record<Tier, Exclude<Tier, 'D'> | null>> = { A: null, B: 'A', C: 'B', D: 'C' };

/**
 * What would move an account up a tier: the smallest sets of one line (else of two) that, were they to come out
 * otherwise, lift the fit to the next cut-off whatever else the same facts turn out to be. Null in tier A, for an account
 * that is disqualified or outside the market.
 *
 * @example
 * waysUp(card, account)?.ways[0];
 * // { steps: [{ label: 'employees 3-15', kind: 'find-out', ... }], fit: 9, tier: 'A', unless: [] }
 */
export function waysUp(card: Card, account: ScoredAccount): WaysUp | null {
  const { score, record } = account;
  const tier = score.tier === null ? null : tierAbove[score.tier];
  if (tier === null) return null;
  const open = card.fit.flatMap(
    (line, i) => openLine(card, line, { ...account, truth: score.fitLines[i]! }) ?? [],
  );
  const useful = open.filter(({ step }) => step.kind !== 'given');
  const from = card.tiers[tier];
  const ways = smallestWays(useful, { card, record, measure: ({ fit }) => fit, from });
  return {
    tier,
    from,
    missing: from - score.fit,
    ways: ways.map(({ steps, reached, unless }) => ({
      steps,
      fit: reached,
      tier: tierOf(reached, card.tiers),
      unless,
    })),
    most: useful.reduce((sum, { points }) => sum + points, 0),
    given: open.filter(({ step }) => step.kind === 'given').map(({ step, points }) => ({ ...step, points })),
  };
}

/** How far a number may be from the end of a window and still be expected to move over it. */
const nearFactor = 1.5;

type OpenFitLine = OpenLine & { readonly points: number };

/** A line that would add points if it came out otherwise; null when it would not, or never could. */
function openLine(
  card: Card,
  line: CardFitLine,
  account: ScoredAccount & { readonly truth: Truth },
): OpenFitLine | null {
  const { truth, record, kindOf } = account;
  const wanted = line.points > 0;
  if (line.points === 0 || truth === wanted || (truth === null && !wanted)) return null;
  const { condition } = line;
  const beside = [...card.market, ...card.fit, ...card.anti].map((of) => of.condition);
  const isSet = (field: string) => kindOf(field) === 'set';
  const suppose = (of: ExprRecord) =>
    supposedRecords(of, { condition, wanted, beside, asOf: card.asOf, isSet });
  return {
    points: Math.abs(line.points),
    step: {
      line: line.id,
      label: line.label,
      subject: line.subject,
      kind: truth === null ? 'find-out' : kindOfStep(condition, { record, wanted, kindOf }),
      outcome: wanted ? 'yes' : 'no',
      held: heldWords(condition, record),
    },
    suppose,
    holds: (of) => evaluate(condition, of) === wanted,
  };
}

/** A known line is as fixed as the most fixed of its parts that would have to change. */
function kindOfStep(
  condition: ResolvedCondition,
  { record, wanted, kindOf }: Pick<ScoredAccount, 'record' | 'kindOf'> & { readonly wanted: boolean },
): StepKind {
  const parts = leafConditions(condition).filter((leaf) => evaluate(leaf, record) !== wanted);
  const fixed = parts.map((leaf) => !canChange(leaf, wanted, { record, kindOf }));
  return (wanted ? fixed.includes(true) : !fixed.includes(false)) ? 'given' : 'can-change';
}

/** Tools come and go, signals and growth happen, numbers near their window move; what has happened stays so. */
function canChange(
  leaf: LeafCondition,
  wanted: boolean,
  { record, kindOf }: Pick<ScoredAccount, 'record' | 'kindOf'>,
): boolean {
  switch (leaf.op) {
    case 'tool':
      return true;
    case 'signal':
    case 'growth':
      return wanted;
    case 'window':
      return ['number', 'money'].includes(kindOf(leaf.field) ?? '') && isNear(leaf, wanted, record);
    default:
      return false;
  }
}

/** A number that is to enter a window may be off its end by a factor of 1.5, one that is to leave it may lie as deep. */
function isNear(
  { field, low, high }: Extract<LeafCondition, { op: 'window' }>,
  wanted: boolean,
  { values }: ExprRecord,
): boolean {
  const value = values[field];
  if (typeof value !== 'number' || value <= 0) return false;
  const [below, above] = wanted ? [low / value, value / high] : [value / low, high / value];
  const steps = wanted ? [Math.max(below, above)] : [below, above];
  return steps.some((step) => step > 0 && step <= nearFactor);
}
