import type { CustomerRow, ValueBoard } from '../../api/generated/types.gen.ts';
import type { MovedRows, WeighedBoard, WeighedRow } from './weigh-board.ts';

/** A board that the server weighed, because there are too many customers to send them all. */
export function readBoard(board: ValueBoard): WeighedBoard {
  const counted = board.components.map(({ leftOut }) => leftOut === null);
  const weights = board.components.map(({ weight }) => weight);
  const rows = board.rows.map((row): WeighedRow => {
    const known = row.percentiles.reduce<number>(
      (sum, percentile, c) => sum + (counted[c] === true && percentile !== null ? weights[c]! : 0),
      0,
    );
    const { value, rank, best, coverage } = row;
    const shares = row.percentiles.map((percentile, c) =>
      counted[c] === true && percentile !== null && known > 0 ? (weights[c]! * percentile) / known : null,
    );
    return { row, value, rank, best, wasBest: best, coverage, shares };
  });
  return {
    ranked: rows.filter(({ rank }) => rank !== null),
    unranked: rows.filter(({ rank }) => rank === null),
    standings: board.components.map(({ known, spread, leftOut }) => ({ known, spread, leftOut })),
    weights,
    best: board.best?.n ?? null,
    lacks: board.shortfall?.kind ?? null,
    change: board.change === null ? null : changeOf(board, board.change),
  };
}

function changeOf({ rows }: ValueBoard, change: NonNullable<ValueBoard['change']>): WeighedBoard['change'] {
  const byId = new Map(rows.map((row) => [row.accountId, row]));
  const named = ({ total, first }: NonNullable<ValueBoard['change']>['enter']): MovedRows => ({
    total,
    first: first.map((one) => byId.get(one.accountId) ?? ({ ...emptyRow, ...one } satisfies CustomerRow)),
  });
  const { stay, overlap, enter, leave } = change;
  return { stay, overlap, enter: named(enter), leave: named(leave) };
}

const emptyRow = {
  startedOn: null,
  endedOn: null,
  value: null,
  rank: null,
  best: false,
  coverage: 0,
  raw: [],
  percentiles: [],
  said: [],
};
