import { type CrmKind, linkedRows, type StoredRecord } from '../shared/index.ts';
import { type HubspotAccount, kindOf, singular, typeId } from './hubspot-account.ts';
import { defaultProperties, iso, modifiedProperty, stageIds } from './hubspot-properties.ts';

/** What of a record is asked for; null: the default properties. */
export interface RecordWish {
  readonly properties: readonly string[] | null;
  readonly history: readonly string[];
  readonly associations: readonly string[];
}

/** A record of HubSpot with the kind it is of. */
export interface HubspotRecord {
  readonly kind: CrmKind;
  readonly record: StoredRecord<string | null>;
}

/** The text of a property, system properties included; null when it is empty. */
export function propertyOf(account: HubspotAccount, of: HubspotRecord, name: string): string | null {
  const { kind, record } = of;
  switch (name) {
    case 'hs_object_id':
      return String(record.id);
    case 'createdate':
      return iso(record.createdAt);
    case 'hs_merged_object_ids': {
      const ids = record.mergedFrom.map((row) => account.tables[kind].idOf(row));
      return ids.length === 0 ? null : ids.join(';');
    }
    case modifiedProperty[kind]:
      return iso(record.modifiedAt);
    default:
      return record.values[name] ?? null;
  }
}

/** A record as HubSpot sends it. Properties that do not exist are left out in silence, as HubSpot does. */
export function recordJson(account: HubspotAccount, of: HubspotRecord, wish: RecordWish): object {
  const { kind, record } = of;
  const always = ['createdate', modifiedProperty[kind], 'hs_object_id'];
  const names = new Set([...(wish.properties ?? defaultProperties[kind]), ...always]);
  const known = [...names].filter((name) => account.properties[kind].has(name)).sort();
  const values = known.map((name) => [name, propertyOf(account, of, name)]);
  return {
    id: String(record.id),
    properties: Object.fromEntries(values),
    ...(wish.history.length === 0 ? {} : { propertiesWithHistory: histories(account, of, wish.history) }),
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.modifiedAt),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: iso(record.archivedAt) }),
    ...(wish.associations.length === 0 ? {} : associationsJson(account, of, wish.associations)),
    url: `https://app.hubspot.com/contacts/44000001/record/${typeId[kind]}/${record.id}`,
  };
}

function associationsJson(account: HubspotAccount, of: HubspotRecord, types: readonly string[]): object {
  const { kind: from, record } = of;
  const all: Record<string, object> = {};
  for (const type of types) {
    const to = kindOf(type);
    const rows = linkedRows(account.tables, record.row, { from, to });
    if (rows.length === 0) continue;
    const name = `${singular[from]}_to_${singular[to]}`;
    all[to] = { results: rows.map((row) => ({ id: String(account.tables[to].idOf(row)), type: name })) };
  }
  return Object.keys(all).length === 0 ? {} : { associations: all };
}

function histories(account: HubspotAccount, of: HubspotRecord, names: readonly string[]): object {
  const entries = names.map((name) => {
    const past = of.kind === 'deals' && name === 'dealstage' ? stageHistory(of) : now(account, of, name);
    return [name, past.map((entry) => ({ ...entry, sourceType: 'CRM_UI', sourceId: 'userId:1' }))] as const;
  });
  return Object.fromEntries(entries);
}

/** Newest first, as HubSpot lists it. */
function stageHistory({ record }: HubspotRecord): readonly { value: string; timestamp: string }[] {
  return stageIds
    .flatMap((value) => {
      const timestamp = record.values[`hs_v2_date_entered_${value}`] ?? null;
      return timestamp === null ? [] : [{ value, timestamp }];
    })
    .sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1));
}

function now(account: HubspotAccount, of: HubspotRecord, name: string) {
  const value = propertyOf(account, of, name);
  return value === null ? [] : [{ value, timestamp: iso(of.record.modifiedAt) }];
}
