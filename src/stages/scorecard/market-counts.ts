import type { ResolvedCondition, Truth } from '../../base/expr/index.ts';
import {
  add,
  and,
  type ConditionSources,
  caseWhen,
  chooseBy,
  column,
  compileConditions,
  countWhere,
  ge,
  integer,
  type NamedExpr,
  named,
  type Outcome,
  type Row,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
  subtract,
  sum,
  when,
} from '../../base/sql/index.ts';
import { packedLines } from './packed-lines.ts';
import { packSums } from './packed-sums.ts';
import { askedInside } from './score-lines.ts';
import { scoreSums } from './score-sums.ts';
import type { Card } from './types.ts';

/**
 * What the accounts of a count carry beside their own columns: whether they are a prospect, whether they are on the list
 * (no open deal, none lost lately), and how many compared units, and best ones, are theirs (null: none).
 */
export const marketColumns = {
  prospect: '__prospect',
  listed: '__listed',
  units: '__units',
  best: '__best',
} as const;

/** The lines that say whom a card reaches. */
export type MarketCard = Pick<Card, 'market' | 'fit' | 'anti' | 'tiers'>;

/** Steps that one count can take: bits of a number that JSON holds exactly. */
export const mostMarketSteps = 52;

/** What to count beside the totals of a card. */
export interface MarketAsk {
  /** Conditions that stand in for that of a fit line, one at a time; at most `mostMarketSteps`. */
  readonly steps: readonly { readonly line: number; readonly condition: ResolvedCondition }[];
  /** Conditions to count the prospects of. */
  readonly conditions: readonly ResolvedCondition[];
}

/** Accounts on the list, compared units, and best ones among these. */
export interface ReachedUnits {
  readonly accounts: number;
  readonly units: number;
  readonly best: number;
}

/** How the accounts of a market stand against a card and some conditions. */
export interface MarketCounts {
  readonly prospects: number;
  /** For how many prospects each condition holds. */
  readonly reached: readonly number[];
  /** Accounts on the list, in any market. */
  readonly listed: number;
  /** Accounts on the list and inside the market of the card, disqualified ones too. */
  readonly inMarket: number;
  /** By known points, highest first; of disqualified accounts none. */
  readonly totals: readonly (ReachedUnits & { readonly total: number })[];
  /** In tiers A and B when the step is taken. */
  readonly steps: readonly ReachedUnits[];
}

/**
 * Counts in one pass whom a card reaches by points, whom it would reach with one of its lines replaced, and whom further
 * conditions reach: a row per standing, total and set of steps that reach tier B, so that the answer stays small.
 *
 * @param sources.accounts accounts with the columns of `marketColumns`
 */
export function marketCountsQuery(card: MarketCard, sources: ConditionSources, ask: MarketAsk): SqlSelect {
  const { market, fit, anti } = card;
  const lines = [...market, ...fit, ...anti].map(({ condition }) => condition);
  const { from, truths, outcomes } = compileConditions(
    [...lines, ...ask.steps.map(({ condition }) => condition), ...ask.conditions],
    sources,
  );
  const sums = packSums(packedLines({ market, fit, anti, timing: [] }, outcomes, 'none'));
  const moves = ask.steps.map(({ line }, k) => {
    const worth = worthOf(fit[line]!.points);
    const [to, of] = [outcomes[lines.length + k]!, outcomes[market.length + line]!];
    return named(subtract(worth(to), worth(of)), `move_${k}`);
  });
  const holds = truths.slice(lines.length + ask.steps.length).map((truth, i) => named(truth, `holds_${i}`));
  const own = Object.values(marketColumns).map((name) => column(name));
  const asked = select({
    columns: [...own, ...askedInside([...sums.columns, ...moves], truths.slice(0, market.length)), ...holds],
    from,
  });
  const kept = [...own, ...holds.map(({ as }) => column(as))];
  const summed = select({
    columns: [...scoreSums(card, sums), ...kept, ...moves.map(({ as }) => column(as))],
    from: subquery(asked, 'l'),
  });
  const reached = moves.map(({ as }) => ge(add(column('fit'), column(as)), integer(card.tiers.B)));
  const masked = select({
    columns: [column('standing'), column('fit'), named(maskOf(reached), 'mask'), ...kept],
    from: subquery(summed, 's'),
  });
  const by = ['standing', 'fit', 'mask'].map((name) => column(name));
  return select({ columns: [...by, ...countColumns(ask)], from: subquery(masked, 'm'), groupBy: by });
}

/** One whole number whose bits say which of some conditions are true. */
function maskOf(conditions: readonly SqlExpr[]): SqlExpr {
  const bits = conditions.map((is, k) => caseWhen([when(is, integer(2 ** k))], integer(0)));
  return bits.reduce(add, integer(0));
}

function worthOf(points: number): (outcome: Outcome) => ReturnType<typeof integer> {
  const worth = (truth: Truth) => integer(truth === true ? points : 0);
  return (outcome) => chooseBy(outcome, worth);
}

function countColumns({ conditions }: MarketAsk): readonly NamedExpr[] {
  const [prospect, listed] = [column(marketColumns.prospect), column(marketColumns.listed)];
  return [
    named(countWhere(prospect), 'prospects'),
    named(countWhere(listed), 'accounts'),
    ...(['units', 'best'] as const).map((name) => named(sum(column(marketColumns[name])), name)),
    ...conditions.map((_, i) => named(countWhere(and([prospect, column(`holds_${i}`)])), `reached_${i}`)),
  ];
}

/** Reads the rows of `marketCountsQuery`. */
export function readMarketCounts(rows: readonly Row[], { steps, conditions }: MarketAsk): MarketCounts {
  const scored = rows.filter(({ standing }) => standing === 'scored');
  const inside = rows.filter(({ standing }) => standing !== 'outside-market');
  const totals = [...new Set(scored.map(({ fit }) => Number(fit)))].sort((one, other) => other - one);
  return {
    prospects: total(rows, 'prospects'),
    reached: conditions.map((_, i) => total(rows, `reached_${i}`)),
    listed: total(rows, 'accounts'),
    inMarket: total(inside, 'accounts'),
    totals: totals.map((fit) => ({
      total: fit,
      ...unitsOf(scored.filter((row) => Number(row.fit) === fit)),
    })),
    steps: steps.map((_, k) => unitsOf(scored.filter(({ mask }) => hasBit(Number(mask), k)))),
  };
}

/** Bitwise operators see 32 bits only. */
function hasBit(mask: number, bit: number): boolean {
  return Math.floor(mask / 2 ** bit) % 2 === 1;
}

function unitsOf(rows: readonly Row[]): ReachedUnits {
  return { accounts: total(rows, 'accounts'), units: total(rows, 'units'), best: total(rows, 'best') };
}

function total(rows: readonly Row[], name: string): number {
  return rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
}
