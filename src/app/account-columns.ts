import { BestfitError } from '../base/errors/index.ts';
import { column, type SqlSelect, select } from '../base/sql/index.ts';
import type { Field } from '../stages/dataset/index.ts';
import type { CurrentData } from './current-data.ts';

/** Columns that stand behind one field (see `Field`). */
export function columnsOf(field: Field): readonly string[] {
  return [
    field.name,
    ...(field.banded ? [`${field.name}_low`, `${field.name}_high`] : []),
    ...(field.mixedCurrency ? [`${field.name}_currency`] : []),
  ];
}

/** All accounts with all their columns. */
export function allAccounts(data: CurrentData): SqlSelect {
  const from = data.tables.accounts;
  if (from === undefined) throw new BestfitError('store.no-data', { workspace: data.commit.what });
  const names = data.fields.filter((f) => f.table === 'accounts').flatMap(columnsOf);
  const unique = [...new Set(['account_id', ...names])];
  return select({ columns: unique.map((name) => column(name)), from });
}
