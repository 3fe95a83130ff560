import {
  call,
  column,
  named,
  nullOf,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
} from '../../base/sql/index.ts';
import { relationKey } from './join-entities.ts';
import { keyColumn } from './plan-fields.ts';
import { ROW } from './plan-reader.ts';
import {
  ACCOUNT,
  accountReference,
  type FilePlan,
  keyedRows,
  LOOKUP_KEY,
  typedField,
  withReadersOf,
} from './plan-rows.ts';
import type { TableName } from './types.ts';

/** What makes two rows of a file the same thing. */
export interface RowKey {
  /** Name of the column or columns, for people. */
  readonly column: string;
  /** What the key names: `account`, `deal`. */
  readonly what: string;
  /** Over the keyed rows. */
  readonly of: SqlExpr;
}

const NAMES: Readonly<Partial<Record<TableName, string>>> = {
  accounts: 'account',
  customers: 'customer (account and start)',
  deals: 'deal',
  people: 'person',
  feedback: 'answer',
};

/**
 * The key of a file's rows; null when they have none (then equal rows are kept, each with an id of its own).
 * A customer relation is an account with a start, so that a customer who came back is two.
 */
export function keyOfRows(plan: FilePlan): RowKey | null {
  if (plan.as === 'lookup') return { of: column(LOOKUP_KEY), what: 'key', column: plan.lookup?.header ?? '' };
  const of = keyExpression(plan, plan.as);
  if (of === null) return null;
  const headers = plan.readers.filter(({ mapping }) =>
    keyFields(plan.as as TableName).includes(mapping.field),
  );
  return {
    of,
    what: NAMES[plan.as] ?? 'row',
    column: headers.map(({ mapping }) => mapping.column).join(', '),
  };
}

/** The rows of a file with their key, as `__row` and `key`: columns beside the key are not looked up. */
export function rowsWithKey(plan: FilePlan, key: RowKey): SqlSelect {
  const rows = keyedRows(withReadersOf(plan, KEY_FIELDS));
  return select({ columns: [column(ROW), named(key.of, 'key')], from: subquery(rows, 'r') });
}

const KEY_FIELDS: readonly string[] = [
  ...Object.keys(NAMES).map((table) => keyColumn(table as TableName) ?? ''),
  'domain',
  'name',
  'started_on',
  'email',
];

function keyFields(as: TableName): readonly string[] {
  if (as === 'accounts') return ['account_id', 'domain', 'name'];
  if (as === 'customers') return ['account_id', 'domain', 'name', 'started_on'];
  return [keyColumn(as) ?? '', ...(as === 'people' ? ['email'] : [])];
}

function keyExpression(plan: FilePlan, as: TableName): SqlExpr | null {
  const { id, domain, name } = accountReference(plan);
  const named_ = [id, domain, name].some((key) => key !== null);
  if (as === 'accounts') return named_ ? column(ACCOUNT) : null;
  if (as === 'customers') {
    return named_ ? relationKey(column(ACCOUNT), typedField(plan, as, 'started_on') ?? nullOf('date')) : null;
  }
  const own = keyColumn(as) === null ? null : typedField(plan, as, keyColumn(as) as string);
  const email = as === 'people' ? typedField(plan, as, 'email') : null;
  if (own === null || email === null) return own ?? email;
  return call('coalesce', own, email);
}
