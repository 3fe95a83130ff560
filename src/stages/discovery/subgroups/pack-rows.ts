/**
 * The rows that something holds for as a bitset: bit r % 32 of word r >> 5 is row r.
 *
 * @example
 * packRows(3, (row) => row !== 1)[0]; // 0b101
 */
export function packRows(rows: number, holds: (row: number) => boolean): Int32Array {
  const bits = new Int32Array((rows + 31) >>> 5);
  for (let row = 0; row < rows; row++) if (holds(row)) bits[row >>> 5]! |= 1 << (row & 31);
  return bits;
}
