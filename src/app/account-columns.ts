import { boolean, column, named, nullOf, type SqlSelect, select } from '../base/sql/index.ts';
import type { Field } from '../stages/dataset/index.ts';
import type { CurrentData } from './current-data.ts';

/** Columns that stand behind one field (see `Field`). */
export function columnsOf(field: Field): readonly string[] {
  return [
    field.name,
    ...(field.banded ? [`${field.name}_low`, `${field.name}_high`] : []),
    ...(field.mixedCurrency ? [`${field.name}_currency`] : []),
    ...(field.converted === undefined ? [] : [`${field.name}_rate_currency`, `${field.name}_rate_on`]),
  ];
}

/** All accounts with all their columns; no row where no accounts were imported (deals that name no company). */
export function allAccounts(data: CurrentData): SqlSelect {
  const from = data.tables.accounts;
  if (from === undefined) return noAccounts;
  const names = data.fields.filter((f) => f.table === 'accounts').flatMap(columnsOf);
  const unique = [...new Set(['account_id', ...names])];
  return select({ columns: unique.map((name) => column(name)), from });
}

const noAccounts = select({ columns: [named(nullOf('text'), 'account_id')], where: boolean(false) });
