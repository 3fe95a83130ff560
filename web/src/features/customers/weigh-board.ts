import {
  type ComponentColumn,
  type ComponentStanding,
  componentStandings,
  sharesOfValue,
  thirdChange,
  weighCustomers,
} from '../../../../src/stages/value/weighing/index.ts';
import type { CustomerRow, ValueBoard } from '../../api/generated/types.gen.ts';
import type { Weights } from './weights-in-address.ts';

/** One customer under some weights. */
export interface WeighedRow {
  readonly row: CustomerRow;
  readonly value: number | null;
  readonly rank: number | null;
  readonly best: boolean;
  /** Whether it is among the best under the weights kept. */
  readonly wasBest: boolean;
  readonly coverage: number;
  /** What each component adds to the value; null where it is unknown or does not count. */
  readonly shares: readonly (number | null)[];
}

/** The customers under some weights, and how the top third differs from that of the weights kept. */
export interface WeighedBoard {
  /** Best first; those that are not ranked are in `unranked`. */
  readonly ranked: readonly WeighedRow[];
  readonly unranked: readonly WeighedRow[];
  readonly standings: readonly ComponentStanding[];
  readonly weights: readonly number[];
  readonly best: number | null;
  /** Why there is no line; null when there is. */
  readonly lacks: 'too-few-customers' | 'no-components' | 'no-line' | null;
  readonly change: {
    readonly enter: MovedRows;
    readonly leave: MovedRows;
    readonly stay: number;
    readonly overlap: number;
  } | null;
}

/** Customers that enter or leave: how many, and the first of them. */
export interface MovedRows {
  readonly total: number;
  readonly first: readonly CustomerRow[];
}

/**
 * Weighs the customers of a board by the rule of the ranking itself, without asking the server.
 *
 * @param trial weights to try; null takes those kept
 */
export function weighBoard(board: ValueBoard, trial: Weights | null): WeighedBoard {
  const before = weighCustomers(columnsOf(board, board.kept), board.rows.length);
  const columns = columnsOf(board, trial ?? board.kept);
  const after = trial === null ? before : weighCustomers(columns, board.rows.length);
  const standings = componentStandings(columns);
  const counts = standings.map(({ leftOut }) => leftOut === null);
  const weighed = after.kind === 'weighed' ? after : null;
  const was = before.kind === 'weighed' ? before : null;
  const rowOf = (index: number, place: number | null): WeighedRow => {
    const value = weighed?.valued.values[index] ?? Number.NaN;
    return {
      row: board.rows[index]!,
      value: Number.isNaN(value) ? null : value,
      rank: place === null ? null : weighed!.ranks[place]!,
      best: weighed !== null && value >= weighed.line.cut,
      wasBest: was !== null && was.valued.values[index]! >= was.line.cut,
      coverage: weighed?.valued.coverage[index] ?? 0,
      shares: sharesOfValue(columns, counts, index),
    };
  };
  return {
    ranked: weighed?.valued.ranked.map(rowOf) ?? [],
    unranked: (weighed?.valued.unranked ?? board.rows.map((_, index) => index)).map((index) =>
      rowOf(index, null),
    ),
    standings,
    weights: columns.map(({ weight }) => weight),
    best: weighed?.line.n ?? null,
    lacks: after.kind === 'weighed' ? null : after.kind,
    change:
      trial === null || was === null || weighed === null ? null : changeOf(board, thirdChange(was, weighed)),
  };
}

function columnsOf({ components, rows }: ValueBoard, weights: Weights): readonly ComponentColumn[] {
  return components.map(({ name, defaultWeight, standsFor }, c) => ({
    weight: weights[name] ?? defaultWeight,
    given: weights[name] !== undefined,
    standsFor,
    percentiles: Float64Array.from(rows, ({ percentiles }) => percentiles[c] ?? Number.NaN),
  }));
}

function changeOf({ rows }: ValueBoard, change: ReturnType<typeof thirdChange>): WeighedBoard['change'] {
  const named = (some: readonly number[]) => ({
    total: some.length,
    first: some.map((index) => rows[index]!),
  });
  const { stay, overlap } = change;
  return { stay, overlap, enter: named(change.enter), leave: named(change.leave) };
}
