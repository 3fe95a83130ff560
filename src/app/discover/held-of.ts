import type { Cell, Row } from '../../base/sql/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { Held } from './types.ts';

/** What a unit holds, with the currency of a sum. */
export interface HeldValue {
  readonly held: Held;
  readonly currency: string | null;
}

/** What a row holds of a field, as the file said it: a value, the ends of a band, or null. */
export function heldOf(field: Field, row: Row): HeldValue {
  return { held: cellOf(field, row), currency: currencyOf(field, row) };
}

function cellOf({ name, banded }: Field, row: Row): Held {
  const cell = toHeld(row[name] ?? null);
  if (cell !== null || !banded) return cell;
  const [low, high] = [row[`${name}_low`] ?? null, row[`${name}_high`] ?? null];
  return low === null && high === null ? null : { low: low as number | null, high: high as number | null };
}

function toHeld(cell: Cell): Held {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return Array.isArray(cell) ? (cell as readonly string[]) : String(cell);
}

function currencyOf({ name, kind, unit, mixedCurrency }: Field, row: Row): string | null {
  if (kind !== 'money') return null;
  return mixedCurrency ? ((row[`${name}_currency`] ?? null) as string | null) : unit;
}
