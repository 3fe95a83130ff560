import type { Truth } from '../../base/expr/index.ts';
import {
  add,
  call,
  chooseBy,
  column,
  integer,
  multiply,
  type NamedExpr,
  named,
  type Outcome,
  type SqlExpr,
} from '../../base/sql/index.ts';

/** What a line adds to one sum by how it comes out: a whole number from zero on, times the scale of the line. */
export interface PackedWorth {
  readonly worth: (truth: Truth) => number;
  /** Lines of one sum rise in scale, each a multiple of the one before. */
  readonly scale: number;
}

/** A line and what it adds to each of the sums. */
export interface PackedLine {
  readonly outcome: Outcome;
  readonly adds: Readonly<Record<string, PackedWorth>>;
}

/** Several sums over the lines, side by side in the bits of few whole numbers. */
export interface PackedSums {
  /** Columns `packed_1`, ... over the relation that the lines are asked of: one CASE a line. */
  readonly columns: readonly NamedExpr[];
  /** One sum, read from those columns; zero when no line adds to it. */
  readonly read: (sum: string) => SqlExpr;
}

/** Bits of one column: what a bound value holds exactly. */
const mostBits = 52;

const truths: readonly Truth[] = [false, null, true];

/** What a column holds of one sum: in units of the scale of its first line there, and how much at most. */
interface Share {
  readonly unit: number;
  readonly most: number;
}

/** The lines that share a column. */
interface Chunk {
  readonly lines: readonly PackedLine[];
  readonly shares: ReadonlyMap<string, Share>;
}

/**
 * Packs sums over lines, so that the engine decides each line once and adds once, however many sums are kept.
 * Mostly all fits into one column, by which accounts can be grouped, too.
 */
export function packSums(lines: readonly PackedLine[]): PackedSums {
  const chunks = lines.reduce<readonly Chunk[]>(addLine, []);
  const nameOf = (i: number) => `packed_${i + 1}`;
  return {
    columns: chunks.map((chunk, i) => named(packedSum(chunk), nameOf(i))),
    read: (sum) => {
      const parts = chunks.flatMap((chunk, i) => readFrom(chunk, column(nameOf(i)), sum) ?? []);
      return parts.length === 0 ? integer(0) : parts.reduce(add);
    },
  };
}

function addLine(chunks: readonly Chunk[], line: PackedLine): readonly Chunk[] {
  const last = chunks.at(-1);
  const grown = last === undefined ? null : withLine(last, line);
  return grown === null || bitsOf(grown) > mostBits
    ? [...chunks, withLine({ lines: [], shares: new Map() }, line)]
    : [...chunks.slice(0, -1), grown];
}

function withLine({ lines, shares }: Chunk, line: PackedLine): Chunk {
  const grown = new Map(shares);
  for (const [sum, { worth, scale }] of Object.entries(line.adds)) {
    const { unit, most } = grown.get(sum) ?? { unit: scale, most: 0 };
    grown.set(sum, { unit, most: most + Math.max(...truths.map(worth)) * (scale / unit) });
  }
  return { lines: [...lines, line], shares: grown };
}

function bitsOf({ shares }: Chunk): number {
  return [...shares.values()].reduce((bits, { most }) => bits + widthOf(most), 0);
}

/** Bits that hold every whole number up to this one. */
function widthOf(most: number): number {
  return most === 0 ? 0 : Math.floor(Math.log2(most)) + 1;
}

/** Bits below those of a sum. */
function shiftOf({ shares }: Chunk, sum: string): number {
  const before = [...shares].slice(0, [...shares.keys()].indexOf(sum));
  return before.reduce((bits, [, { most }]) => bits + widthOf(most), 0);
}

function packedSum(chunk: Chunk): SqlExpr {
  const place = (sum: string, scale: number) =>
    (scale / (chunk.shares.get(sum)?.unit ?? scale)) * 2 ** shiftOf(chunk, sum);
  const terms = chunk.lines.map(({ outcome, adds }) =>
    chooseBy(outcome, (truth) => {
      const worths = Object.entries(adds).map(([sum, { worth, scale }]) => worth(truth) * place(sum, scale));
      return integer(worths.reduce((all, of) => all + of, 0));
    }),
  );
  return terms.reduce(add);
}

function readFrom(chunk: Chunk, packed: SqlExpr, sum: string): SqlExpr | null {
  const share = chunk.shares.get(sum);
  if (share === undefined) return null;
  const down = call('shiftRight', packed, integer(shiftOf(chunk, sum)));
  const alone = call('bitAnd', down, integer(2 ** widthOf(share.most) - 1));
  return share.unit === 1 ? alone : multiply(alone, integer(share.unit));
}
