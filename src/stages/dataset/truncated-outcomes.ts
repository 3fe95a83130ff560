import { daysBetween } from '../../base/expr/index.ts';

/** Wins expected before the first on record from which their lack is no chance (Poisson: e^-5 is under 1%). */
const expectedWins = 5;
/** Wins with both dates under which the pace is not known. */
const fewestWins = 20;
/** Share of a month's deals without time to end from which the month tells nothing. */
const mostWaiting = 0.5;

/** Deals created on one day that stand alike. */
export interface DatedDeals {
  readonly created: string;
  readonly outcome: 'won' | 'lost' | 'open';
  /** Day of the ending; null when it is unknown or to come. */
  readonly closed: string | null;
  readonly deals: number;
}

/** One month by creation. */
export interface MonthOfDeals {
  readonly month: string;
  readonly deals: number;
  readonly won: number;
}

/** Months whose outcomes are cut off, and from or up to which day deals can be compared. */
export interface TruncatedMonths {
  readonly end: 'first' | 'last';
  readonly months: readonly MonthOfDeals[];
  /** First: the day of the first win on record. Last: the last day of the last month that is whole. */
  readonly day: string;
  /** First: wins that should have come before that day, had they been recorded. Last: deals without time to end. */
  readonly missing: number;
}

/**
 * The first months of which the early wins are missing because records begin late, and the last ones most of whose
 * deals have had no time to end. The pace of wins is that of the deals created since the first win.
 *
 * @param until the last day on record
 */
export function truncatedOutcomes(deals: readonly DatedDeals[], until: string): readonly TruncatedMonths[] {
  const wins = deals.filter(({ outcome, closed }) => outcome === 'won' && closed !== null);
  const first = wins.map(({ closed }) => closed!).sort()[0];
  if (first === undefined) return [];
  const pace = paceOf(deals, first);
  if (pace === null) return [];
  return [firstMonths(deals, first, pace), lastMonths(deals, until, pace)].filter((found) => found !== null);
}

/** Share of deals that are won, and share of the wins that come within so many days. */
interface Pace {
  readonly rate: number;
  readonly within: (days: number) => number;
}

function paceOf(deals: readonly DatedDeals[], first: string): Pace | null {
  const since = deals.filter(({ created, outcome }) => created >= first && outcome !== 'open');
  const won = since.filter(
    ({ outcome, closed, created }) => outcome === 'won' && closed !== null && closed >= created,
  );
  const total = sum(won);
  if (total < fewestWins || deals.every(({ outcome }) => outcome === 'won')) return null;
  const sorted = won
    .map(({ created, closed, deals: n }) => ({ days: daysBetween(created, closed!), n }))
    .toSorted((one, two) => one.days - two.days);
  const steps: { readonly days: number; readonly share: number }[] = [];
  let seen = 0;
  for (const { days, n } of sorted) {
    seen += n;
    if (steps.at(-1)?.days === days) steps.pop();
    steps.push({ days, share: seen / total });
  }
  const within = (days: number) => steps.findLast((step) => step.days <= days)?.share ?? 0;
  return { rate: total / sum(since), within };
}

function firstMonths(
  deals: readonly DatedDeals[],
  first: string,
  { rate, within }: Pace,
): TruncatedMonths | null {
  const before = deals.filter(({ created, outcome }) => created < first && outcome !== 'open');
  const missing = before.reduce(
    (total, { created, deals: n }) => total + n * rate * within(daysBetween(created, first) - 1),
    0,
  );
  if (missing < expectedWins) return null;
  return { end: 'first', months: monthsOf(before), day: first, missing: Math.round(missing) };
}

function lastMonths(deals: readonly DatedDeals[], until: string, { within }: Pace): TruncatedMonths | null {
  const months = [...new Set(deals.map(({ created }) => created.slice(0, 7)))].sort();
  const cut: string[] = [];
  let missing = 0;
  for (const month of months.toReversed()) {
    const own = deals.filter(({ created }) => created.startsWith(month));
    const waiting = own.reduce((total, deal) => total + deal.deals * waits(deal, until, within), 0);
    if (waiting <= mostWaiting * sum(own)) break;
    cut.push(month);
    missing += waiting;
  }
  const whole = months[months.length - cut.length - 1];
  if (cut.length === 0 || whole === undefined) return null;
  const own = deals.filter(({ created }) => cut.includes(created.slice(0, 7)));
  return { end: 'last', months: monthsOf(own), day: lastDayOf(whole), missing: Math.round(missing) };
}

/** How likely it is that a deal counted as not won would still be: one that is open, or lost on no day of its own. */
function waits({ created, outcome, closed }: DatedDeals, until: string, within: Pace['within']): number {
  if (outcome === 'open') return 1;
  if (outcome === 'won' || closed !== null) return 0;
  return 1 - within(daysBetween(created, until));
}

function monthsOf(deals: readonly DatedDeals[]): readonly MonthOfDeals[] {
  const months = [...new Set(deals.map(({ created }) => created.slice(0, 7)))].sort();
  return months.map((month) => {
    const own = deals.filter(({ created }) => created.startsWith(month));
    return { month, deals: sum(own), won: sum(own.filter(({ outcome }) => outcome === 'won')) };
  });
}

function sum(deals: readonly DatedDeals[]): number {
  return deals.reduce((total, { deals: n }) => total + n, 0);
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
