import type { Cell, Row } from './types.ts';

/** A row from its column names and values; a column may have any name, `__proto__` too. */
export function plainRow(names: readonly string[], valueAt: (index: number) => Cell): Row {
  const row: Record<string, Cell> = {};
  for (const [index, name] of names.entries()) {
    const value = valueAt(index);
    if (name in row)
      Object.defineProperty(row, name, { value, enumerable: true, writable: true, configurable: true });
    else row[name] = value;
  }
  return row;
}
