import type { Cell, Row } from '../../base/sql/index.ts';
import type { ComparedUnit } from './types.ts';

/** Reads one column of a field for every unit: from the unit's own row, or from its account's. */
export type UnitColumn = (name: string) => readonly Cell[];

/** Columns of the accounts behind the units; null where a unit has no account. */
export function accountColumns(units: readonly ComparedUnit[], rows: readonly Row[]): UnitColumn {
  const byId = new Map(rows.map((row) => [String(row.account_id), row]));
  const own = units.map((unit) => (unit.accountId === null ? undefined : byId.get(unit.accountId)));
  return (name) => own.map((row) => row?.[name] ?? null);
}

/** Columns of the deals that the units are. */
export function dealColumns(units: readonly ComparedUnit[]): UnitColumn {
  return (name) => units.map((unit) => unit.deal?.[name] ?? null);
}
