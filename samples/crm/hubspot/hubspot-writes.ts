import { z } from 'zod';
import type { CrmKind, FieldValues } from '../shared/index.ts';
import { type HubspotAccount, type HubspotProperty, singular } from './hubspot-account.ts';
import { iso, stageIds } from './hubspot-properties.ts';
import { recordJson } from './hubspot-record.ts';
import { HubspotRefusal } from './hubspot-refusal.ts';

/** Values to write: always texts, the empty one clears. */
export const propertyValues = z.record(z.string(), z.string());

/** One write; `row` null creates. */
export interface HubspotWrite {
  readonly kind: CrmKind;
  readonly row: number | null;
  readonly properties: Readonly<Record<string, string>>;
}

/** Checks and carries out one write and gives the record as it then is; what breaks a rule is refused. */
export function writeRecord(account: HubspotAccount, write: HubspotWrite): object {
  refuseInvalid(account, write.kind, [write.properties]);
  refuseTaken(account, write);
  return carryOut(account, write);
}

/** Carries out a write that was checked. A write that changes nothing does not move the date of the last change. */
export function carryOut(account: HubspotAccount, { kind, row, properties }: HubspotWrite): object {
  const table = account.tables[kind];
  const at = account.now();
  const values = storedValues(properties, at);
  const existing = row === null ? null : table.read(row).values;
  const changed = Object.entries(values).filter(([name, value]) => (existing?.[name] ?? null) !== value);
  const target = row ?? table.create(values, at);
  if (row !== null && changed.length > 0) table.update(row, Object.fromEntries(changed), at);
  const wish = { properties: Object.keys(properties), history: [], associations: [] };
  return recordJson(account, { kind, record: table.read(target) }, wish);
}

function storedValues(properties: Readonly<Record<string, string>>, at: number): FieldValues<string | null> {
  const entries = Object.entries(properties).map(
    ([name, value]) => [name, value === '' ? null : value] as const,
  );
  const stage = properties.dealstage;
  if (stage === undefined) return Object.fromEntries(entries);
  return {
    ...Object.fromEntries(entries),
    [`hs_v2_date_entered_${stage}`]: iso(at),
    hs_is_closed: String(stage.startsWith('closed')),
    hs_is_closed_won: String(stage === 'closedwon'),
  };
}

/** Refuses all of a batch when one value in it is invalid: HubSpot names every such value and writes nothing. */
export function refuseInvalid(
  account: HubspotAccount,
  kind: CrmKind,
  batch: readonly Readonly<Record<string, string>>[],
): void {
  const problems = batch.flatMap((properties) =>
    Object.entries(properties).flatMap(([name, value]) => {
      const problem = problemOf(account.properties[kind].get(name), name, value);
      return problem === null ? [] : [{ ...problem, name }];
    }),
  );
  if (problems.length === 0) return;
  const listed = problems.map(({ message, error, name }) => ({ isValid: false, message, error, name }));
  throw new HubspotRefusal(400, {
    message: `Property values were not valid: ${JSON.stringify(listed)}`,
    errors: problems.map(({ message, error, name }) => ({
      message,
      code: error,
      context: { propertyName: [name] },
    })),
    category: 'VALIDATION_ERROR',
  });
}

function problemOf(property: HubspotProperty | undefined, name: string, value: string) {
  if (property === undefined)
    return { message: `Property "${name}" does not exist`, error: 'PROPERTY_DOESNT_EXIST' };
  if (property.isReadOnly)
    return {
      message: `"${name}" is a read only property; its value cannot be set.`,
      error: 'READ_ONLY_VALUE',
    };
  if (value === '') return null;
  return wrongType(property, value);
}

const dayMs = 24 * 60 * 60_000;

function wrongType(property: HubspotProperty, value: string) {
  const { name, type, options } = property;
  const moment = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  if (type === 'number' && !Number.isFinite(Number(value)))
    return { message: `${value} was not a valid number.`, error: 'INVALID_NUMBER' };
  if (type === 'bool' && value !== 'true' && value !== 'false')
    return { message: `${value} was not one of the allowed options: true, false`, error: 'INVALID_OPTION' };
  if ((type === 'date' || type === 'datetime') && Number.isNaN(moment))
    return { message: `${value} was not a valid date.`, error: 'INVALID_DATE' };
  if (type === 'date' && moment % dayMs !== 0)
    return { message: `${value} is at ${iso(moment)}, not midnight UTC.`, error: 'INVALID_DATE' };
  const allowed: readonly string[] = name === 'dealstage' ? stageIds : options.map((option) => option.value);
  const isOption = allowed.length === 0 || allowed.includes(value);
  if (type === 'enumeration' && !isOption)
    return {
      message: `${value} was not one of the allowed options: [${allowed.join(', ')}]`,
      error: 'INVALID_OPTION',
    };
  return value.length > 65_536 ? { message: `${name} is too long.`, error: 'PROPERTY_TOO_LONG' } : null;
}

/** Refuses a contact whose email another one has. */
export function refuseTaken(account: HubspotAccount, { kind, row, properties }: HubspotWrite): void {
  const email = properties.email;
  if (kind !== 'contacts' || email === undefined) return;
  const holder = contactWithEmail(account, email);
  if (holder === null || holder === row) return;
  const existing = String(account.tables.contacts.idOf(holder));
  throw new HubspotRefusal(409, {
    message: `${singular.contacts[0]!.toUpperCase()}${singular.contacts.slice(1)} already exists. Existing ID: ${existing}`,
    category: 'CONFLICT',
    context: { existingId: [existing] },
  });
}

/** Emails of the world carry the number of their contact; those written later are looked for one by one. */
function contactWithEmail(account: HubspotAccount, email: string): number | null {
  const { contacts, world } = account.tables;
  const numbered = Number(/\.(\d+)@/.exec(email)?.[1] ?? 0) - 1;
  const candidates = numbered >= 0 && numbered < world.size.contacts ? [numbered] : [];
  for (let row = world.size.contacts; row < contacts.count; row++) candidates.push(row);
  return candidates.find((row) => contacts.isLive(row) && contacts.read(row).values.email === email) ?? null;
}
