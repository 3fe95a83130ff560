import {
  call,
  column,
  isNotNull,
  type NamedExpr,
  named,
  or,
  type SqlExpr,
  text,
} from '../../base/sql/index.ts';
import { columnsOfField } from './plan-columns.ts';
import { keyColumn, partField } from './plan-fields.ts';
import { type ColumnReader, isBanded, isMixed, typedName } from './plan-reader.ts';
import { type FilePlan, rowId } from './plan-rows.ts';
import type { PartField, TableName } from './types.ts';

/** A field that a file fills, with its columns over the keyed rows of the file. */
export interface FilledField {
  readonly field: PartField;
  readonly columns: readonly NamedExpr[];
  /** True for a row that holds a value. */
  readonly known: SqlExpr;
}

/** The fields of a table that a file fills, without the reference to the account. */
export function filledFields(plan: FilePlan, table: TableName): readonly FilledField[] {
  const own = plan.readers.flatMap(({ mapping }, index) =>
    mapping.table === table ? [{ mapping, index }] : [],
  );
  const codesOf = (field: string) => own.find(({ mapping }) => mapping.field === `${field}_currency`);
  const codes = new Set(
    own.filter(({ mapping }) => mapping.kind === 'money').map(({ mapping }) => codesOf(mapping.field)),
  );
  const fields = own.filter((each) => each.mapping.field !== 'account_id' && !codes.has(each));
  return fields
    .filter(({ mapping }, at) => fields.findIndex((other) => other.mapping.field === mapping.field) === at)
    .map(({ mapping, index }) => {
      const beside = mapping.kind === 'money' ? codesOf(mapping.field)?.index : undefined;
      return filledField(plan, index, beside === undefined ? null : column(typedName(beside)));
    });
}

/** The field that one column fills; `codes` are the currencies that stand in a column beside it. */
export function filledField(plan: FilePlan, index: number, codes: SqlExpr | null): FilledField {
  const reader = plan.readers[index] as ColumnReader;
  const banded = isBanded(reader);
  const field = partField(reader.mapping, { banded, mixedCurrency: isMixed(reader) || codes !== null });
  const typed = (ending: string) => column(typedName(index, ending));
  const exact = isNotNull(typed(''));
  return {
    field,
    columns: columnsOfField(field).map(({ name }) => {
      const ending = name.slice(field.name.length);
      if (ending === '_currency') return named(currencyOf(reader, typed(ending), codes), name);
      const isKey = name === keyColumn(field.table);
      return named(isKey ? call('coalesce', typed(''), rowId(plan)) : typed(ending), name);
    }),
    known: banded ? or([exact, isNotNull(typed('_low'))]) : exact,
  };
}

function currencyOf(reader: ColumnReader, own: SqlExpr, codes: SqlExpr | null): SqlExpr {
  if (codes === null) return own;
  const code = call('nullIf', call('trim', codes), text(''));
  return isMixed(reader) ? call('coalesce', own, code) : code;
}
