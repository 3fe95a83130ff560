import { type CrmTables, linkedRows, type StoredRecord } from '../shared/index.ts';
import { kindOfType, type PipedriveField, type PipedriveType } from './pipedrive-fields.ts';
import { PipedriveRefusal } from './pipedrive-refusal.ts';
import { type Json, seconds } from './pipedrive-values.ts';

/** Everything a stand-in of Pipedrive remembers. */
export interface PipedriveAccount {
  readonly now: () => number;
  readonly tables: CrmTables<Json>;
  readonly fields: Readonly<Record<PipedriveType, Map<string, PipedriveField>>>;
}

/** What of a record is asked for. */
export interface RecordWish {
  /** Codes of the custom fields; null: all. */
  readonly customFields: readonly string[] | null;
  /** Options as `{id, label}`, not as plain ids. */
  readonly withLabels: boolean;
}

/** A deleted record is kept for 30 days, then it is gone for good. */
export const keptMs = 30 * 24 * 60 * 60_000;

/** The record of an id: deleted ones for 30 days; what was merged into another is not there. */
export function requireRecord(
  account: PipedriveAccount,
  type: PipedriveType,
  id: string,
): StoredRecord<Json> {
  const table = account.tables[kindOfType[type]];
  const row = /^\d+$/.test(id) ? table.rowOf(id) : null;
  const record = row === null ? null : table.read(row);
  const isGone =
    record === null ||
    record.mergedInto !== null ||
    (record.archivedAt !== null && record.archivedAt < account.now() - keptMs);
  if (isGone) throw new PipedriveRefusal(404, `${type.slice(0, -1)} not found.`);
  return record;
}

/** A record as Pipedrive sends it: custom fields apart, by their codes. */
export function recordJson(
  account: PipedriveAccount,
  { type, record }: { readonly type: PipedriveType; readonly record: StoredRecord<Json> },
  wish: RecordWish,
): object {
  const fields = account.fields[type];
  const own: Record<string, Json> = {};
  const custom: Record<string, Json> = {};
  for (const [code, value] of Object.entries(record.values)) {
    const field = fields.get(code);
    if (field?.is_custom_field === true) custom[code] = wish.withLabels ? labelled(field, value) : value;
    else own[code] = value;
  }
  for (const [code, field] of fields) if (field.is_custom_field) custom[code] ??= null;
  const asked = Object.entries(custom).filter(([code]) => wish.customFields?.includes(code) ?? true);
  return {
    id: record.id,
    ...own,
    ...links(account, type, record.row),
    add_time: seconds(record.createdAt),
    update_time: seconds(record.modifiedAt),
    is_deleted: record.archivedAt !== null,
    custom_fields: Object.fromEntries(asked),
  };
}

function links(account: PipedriveAccount, type: PipedriveType, row: number): object {
  const { tables } = account;
  const first = (to: 'companies' | 'contacts'): number | null => {
    const found = linkedRows(tables, row, { from: kindOfType[type], to })[0];
    return found === undefined ? null : tables[to].idOf(found);
  };
  if (type === 'organizations') return {};
  return type === 'deals'
    ? { org_id: first('companies'), person_id: first('contacts') }
    : { org_id: first('companies') };
}

function labelled({ options, field_type }: PipedriveField, value: Json): Json {
  if (options === null || value === null) return value;
  const named = (id: Json): Json => {
    const option = options.find((each) => each.id === id);
    return option === undefined ? null : { id: option.id, label: option.label };
  };
  return field_type === 'set' && Array.isArray(value) ? value.map(named) : named(value);
}
