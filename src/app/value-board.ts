import { groupBy } from '../base/sql/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import {
  type CustomerFacts,
  type SheetComponent,
  type ThirdChange,
  thirdChange,
  type ValueSheet,
  type ValueShortfall,
  valueSheet,
} from '../stages/value/index.ts';
import { currentData } from './current-data.ts';
import { keptWeights, type ValueRequest, valueWarnings, weightingsTried } from './rank-value.ts';
import { readCustomers } from './read-customers.ts';
import type { Workspace } from './workspace.ts';

/** The day, whom to rank, and weights to try without keeping them; null takes those kept. */
export interface BoardRequest extends Pick<ValueRequest, 'asOf' | 'last'> {
  readonly weights: ValueRequest['weights'] | null;
  /** Customers to send, at most. */
  readonly most: number;
}

/** One component: its weight, whether it counts and why not, and how it was measured. */
export type BoardComponent = Omit<SheetComponent, 'percentiles' | 'raw'>;

/** One customer with what it has of each component, in the order of the components. */
export interface BoardRow {
  readonly accountId: string;
  readonly name: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** Weighted mean of the percentiles known; null when it is not ranked. */
  readonly value: number | null;
  readonly rank: number | null;
  readonly best: boolean;
  /** Known weight over all weight. */
  readonly coverage: number;
  readonly raw: readonly (number | null)[];
  readonly percentiles: readonly (number | null)[];
  /** What people said of it: it stands beside the figures and changes none. */
  readonly said: readonly Judgement[];
}

/** A customer by name. */
export type NamedCustomer = Pick<BoardRow, 'accountId' | 'name'>;

/** The customers with all that their ranking is made of, so that other weights can be tried at once. */
export interface ValueBoard {
  readonly kind: 'value-board';
  readonly snapshot: string;
  readonly asOf: string;
  readonly last: number | null;
  readonly components: readonly BoardComponent[];
  /** All customers in an order of their own where `whole`, else the first by value. */
  readonly rows: readonly BoardRow[];
  readonly whole: boolean;
  readonly customers: number;
  readonly ranked: number;
  readonly best: { readonly n: number; readonly of: number; readonly cut: number } | null;
  /** Why no line is drawn under the best; null when it is. */
  readonly shortfall: ValueShortfall | null;
  /** Weights that were given and kept; the others are defaults. */
  readonly kept: ValueRequest['weights'];
  /** How the top third differs from that of the weights kept; null where nothing else is tried. */
  readonly change: BoardChange | null;
  readonly weightingsTried: number;
  readonly warnings: readonly string[];
}

/** Who enters and who leaves the top third, the first of them by name. */
export interface BoardChange extends Pick<ThirdChange, 'stay' | 'overlap'> {
  readonly enter: { readonly total: number; readonly first: readonly NamedCustomer[] };
  readonly leave: { readonly total: number; readonly first: readonly NamedCustomer[] };
}

/** Who is named of those that enter and leave, at most. */
const mostNamed = 50;

/** All that the ranking is made of, under the weights kept or, without keeping them, under others. */
export async function valueBoard(workspace: Workspace, request: BoardRequest): Promise<ValueBoard> {
  const data = await currentData(workspace);
  const { asOf, last, most } = request;
  const facts = await readCustomers(workspace, data, asOf);
  const kept = await keptWeights(workspace);
  const sheet = valueSheet(facts, { asOf, last, weights: request.weights ?? kept, seed: 0 });
  const { found } = sheet;
  const weighed = found.kind === 'weighed' ? found : null;
  const whole = sheet.customers.length <= most;
  return {
    kind: 'value-board',
    snapshot: data.snapshot,
    asOf,
    last,
    components: sheet.components.map(({ percentiles: _p, raw: _r, ...component }) => component),
    rows: rowsOf(sheet, shownRows(sheet, most), await workspace.store.judgements()),
    whole,
    customers: sheet.customers.length,
    ranked: weighed?.valued.ranked.length ?? 0,
    best: weighed?.line ?? null,
    shortfall: found.kind === 'weighed' ? null : found,
    kept,
    change:
      request.weights === null
        ? null
        : changeOf(valueSheet(facts, { asOf, last, weights: kept, seed: 0 }), sheet),
    weightingsTried: await weightingsTried(workspace, data),
    warnings: await valueWarnings(workspace, data, sheet.warnings),
  };
}

/** All rows in their order, or the first by value of so many that not all are sent. */
function shownRows({ customers, found }: ValueSheet, most: number): readonly number[] {
  if (customers.length <= most) return customers.map((_, row) => row);
  return found.kind === 'weighed'
    ? found.valued.ranked.slice(0, most)
    : customers.map((_, row) => row).slice(0, most);
}

function rowsOf(
  { customers, components, found }: ValueSheet,
  rows: readonly number[],
  judgements: readonly Judgement[],
): readonly BoardRow[] {
  const weighed = found.kind === 'weighed' ? found : null;
  const rankOf = new Map(weighed?.valued.ranked.map((row, place) => [row, weighed.ranks[place]!]));
  const said = groupBy(judgements, ({ accountId }) => accountId ?? '');
  return rows.map((row) => {
    const { accountId, name, startedOn, endedOn } = customers[row]!;
    const value = numberOrNull(weighed?.valued.values[row]);
    return {
      accountId,
      name,
      startedOn,
      endedOn,
      value,
      rank: rankOf.get(row) ?? null,
      best: weighed !== null && value !== null && value >= weighed.line.cut,
      coverage: weighed?.valued.coverage[row] ?? 0,
      raw: components.map(({ raw }) => numberOrNull(raw[row])),
      percentiles: components.map(({ percentiles }) => numberOrNull(percentiles[row])),
      said: said.get(accountId) ?? [],
    };
  });
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function changeOf(before: ValueSheet, after: ValueSheet): BoardChange | null {
  if (before.found.kind !== 'weighed' || after.found.kind !== 'weighed') return null;
  const { enter, leave, stay, overlap } = thirdChange(before.found, after.found);
  return { stay, overlap, enter: namedOf(after.customers, enter), leave: namedOf(before.customers, leave) };
}

function namedOf(customers: readonly CustomerFacts[], rows: readonly number[]): BoardChange['enter'] {
  const first = rows.slice(0, mostNamed).map((row) => customers[row]!);
  return { total: rows.length, first: first.map(({ accountId, name }) => ({ accountId, name })) };
}
