import type { ExprRecord, Value } from '../expr/index.ts';
import type { FieldShape } from './compile-sources.ts';
import { groupByAccount } from './group-by-account.ts';
import type { Cell, Row } from './types.ts';

/** Rows of the canonical tables, with the columns that conditions read. */
export interface RecordRows {
  readonly accounts: readonly Row[];
  readonly technologies: readonly Row[];
  readonly signals: readonly Row[];
  readonly coverage: readonly Row[];
  readonly observations: readonly Row[];
}

/** Puts the rows of each account together as one record. Rows of accounts that are not among them are left out. */
export function rowsToRecords(
  rows: RecordRows,
  options: { readonly shapeOf: (field: string) => FieldShape | null; readonly fields: readonly string[] },
): ReadonlyMap<string, ExprRecord> {
  const shapes = options.fields.flatMap((field) => {
    const shape = options.shapeOf(field);
    return shape === null ? [] : [{ field, shape }];
  });
  const technologies = groupByAccount(rows.technologies);
  const signals = groupByAccount(rows.signals);
  const coverage = groupByAccount(rows.coverage);
  const observations = groupByAccount(rows.observations);
  return new Map(
    rows.accounts.map((row) => {
      const id = String(row.account_id);
      return [
        id,
        {
          values: Object.fromEntries(shapes.map(({ field, shape }) => [field, toValue(row, field, shape)])),
          currencies: Object.fromEntries(
            shapes.map(({ field, shape }) => [field, toCurrency(row, field, shape)]),
          ),
          technologies: (technologies.get(id) ?? []).map(toTechnology),
          signals: (signals.get(id) ?? []).map(toSignal),
          coverage: (coverage.get(id) ?? []).map(toCoverage),
          observations: (observations.get(id) ?? []).map(toObservation),
        },
      ];
    }),
  );
}

/** A band with one known end is open at the other. */
function toValue(row: Row, field: string, { banded }: FieldShape): Value {
  const exact = row[field] ?? null;
  if (exact !== null || !banded) return exact;
  const low = toNumber(row[`${field}_low`]);
  const high = toNumber(row[`${field}_high`]);
  if (low === null && high === null) return null;
  return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}

function toCurrency(row: Row, field: string, { kind, mixedCurrency, unit }: FieldShape): string | null {
  if (kind !== 'money') return null;
  return mixedCurrency ? toText(row[`${field}_currency`]) : unit;
}

function toTechnology(row: Row): ExprRecord['technologies'][number] {
  return {
    technology: toText(row.technology),
    category: toText(row.category),
    firstSeen: toText(row.first_seen),
  };
}

function toSignal(row: Row): ExprRecord['signals'][number] {
  return {
    kind: String(row.kind),
    about: toText(row.about),
    observedOn: String(row.observed_on),
    strength: toNumber(row.strength),
  };
}

function toCoverage(row: Row): ExprRecord['coverage'][number] {
  return { scope: String(row.scope), checkedOn: toText(row.checked_on) };
}

function toObservation(row: Row): ExprRecord['observations'][number] {
  return { field: String(row.field), value: Number(row.value), observedOn: String(row.observed_on) };
}

function toText(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

function toNumber(cell: Cell | undefined): number | null {
  return cell === null || cell === undefined ? null : Number(cell);
}
