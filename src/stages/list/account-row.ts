import { daysBetween, type Truth } from '../../base/expr/index.ts';
import type { Row } from '../../base/sql/index.ts';
import { type Card, decisiveLines, decodeOutcomes, type Standing } from '../scorecard/index.ts';
import { decayedPoints } from '../signals/index.ts';
import type { ListedAccount } from './types.ts';
import { type TotalChances, winProbability } from './win-probability.ts';

/** How the lines of each part of the card come out, one letter a line in its order: `y` yes, `n` no, `?` unknown. */
export interface LineOutcomes {
  readonly market: string;
  readonly fit: string;
  readonly anti: string;
  readonly timing: string;
}

/** The strongest signal of an account, by its line on the card. */
export interface StrongestSign {
  /** Index into the timing lines of the card. */
  readonly line: number;
  readonly on: string;
  readonly daysAgo: number;
  /** What it is worth today. */
  readonly points: number;
  /** Of a change between two dated imports, the day of the one before; else null. */
  readonly after: string | null;
}

/** One row of the list as a program words it, in any language: lines by their place on the card, nothing in prose. */
export interface AccountRow {
  readonly id: string;
  readonly name: string | null;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly owner: string | null;
  /** 1-based place in the queue; null for accounts that are out of it. */
  readonly rank: number | null;
  readonly standing: Standing;
  readonly fit: number;
  /** Between which the unknowns can move the fit. */
  readonly fitMin: number;
  readonly fitMax: number;
  /** Null when disqualified or outside the market. */
  readonly tier: ListedAccount['tier'];
  readonly needsData: boolean;
  readonly timing: ListedAccount['timing'];
  readonly timingPoints: number | null;
  readonly play: ListedAccount['play'];
  readonly outcomes: LineOutcomes;
  /** Fit lines whose unknown outcome decides the tier. */
  readonly decisive: readonly number[];
  readonly whyNow: StrongestSign | null;
  /** Places of the figures of the committee; null when no people were imported. */
  readonly committee: { readonly found: readonly number[]; readonly missing: readonly number[] } | null;
  readonly bestContact: string | null;
  /** The chance that its fit is worth; null until the card was validated, and where it is not scored. */
  readonly chance: number | null;
}

/** Reads one row of the stored list as codes, with the card it was made with. */
export function accountRow(card: Card, row: Row, chances: TotalChances): AccountRow {
  const textOf = (name: string) => (row[name] ?? null) as string | null;
  const tier = textOf('tier') as AccountRow['tier'];
  const fitLines = decodeOutcomes(Number(row.fit_code), card.fit.length);
  return {
    id: String(row.account_id),
    name: textOf('name'),
    domain: textOf('domain'),
    industry: textOf('industry'),
    country: textOf('country'),
    owner: textOf('owner'),
    rank: row.rank as number | null,
    standing: row.standing as Standing,
    fit: Number(row.fit),
    fitMin: Number(row.fit_min),
    fitMax: Number(row.fit_max),
    tier,
    needsData: row.needs_data === true,
    timing: row.timing as AccountRow['timing'],
    timingPoints: row.timing_points as number | null,
    play: row.play as AccountRow['play'],
    outcomes: {
      market: letters(decodeOutcomes(Number(row.market_code), card.market.length)),
      fit: letters(fitLines),
      anti: letters(decodeOutcomes(Number(row.anti_code), card.anti.length)),
      timing: letters(decodeOutcomes(Number(row.timing_code), card.timing.length)),
    },
    decisive: tier === null ? [] : decisiveLines(card, fitLines),
    whyNow: strongestSign(card, row),
    committee: committeeOf(card, row),
    bestContact: textOf('best_contact'),
    chance: winProbability(chances, Number(row.fit), tier !== null),
  };
}

function letters(truths: readonly Truth[]): string {
  return truths.map((truth) => (truth === null ? '?' : truth ? 'y' : 'n')).join('');
}

function strongestSign(card: Card, { timing_line, timing_on }: Row): StrongestSign | null {
  const line = timing_line === null ? undefined : card.timing[Number(timing_line)];
  if (line === undefined || timing_on === null || timing_on === undefined) return null;
  const on = String(timing_on);
  const daysAgo = daysBetween(on, card.asOf);
  const points = decayedPoints(line.points, daysAgo, line.halfLifeDays);
  return { line: Number(timing_line), on, daysAgo, points, after: line.spans[on] ?? null };
}

function committeeOf({ committee }: Card, { committee_code }: Row): AccountRow['committee'] {
  if (committee_code === null || committee_code === undefined) return null;
  const isFound = (i: number) => Math.floor(Number(committee_code) / 2 ** i) % 2 === 1;
  const places = committee.map((_, i) => i);
  return { found: places.filter(isFound), missing: places.filter((i) => !isFound(i)) };
}
