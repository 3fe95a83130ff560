import { z } from 'zod';
import type { Client } from '../client/index.ts';
import type { PreparedField, StreamName, WriteField } from '../records/index.ts';
import { type HubspotProperty, refusalSchema } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { missingScopes } from './missing-scopes.ts';
import { readProperties } from './read-properties.ts';

/** Which fields to find, and whether to make those that are missing. */
export interface FieldWish {
  readonly stream: StreamName;
  readonly fields: readonly WriteField[];
  readonly create: boolean;
}

/** Finds the properties to be written by their names and makes those that are missing, once, in a group of their own. */
export async function prepareFields(client: Client, wish: FieldWish): Promise<readonly PreparedField[]> {
  const { stream, fields, create } = wish;
  const before = byName(await readProperties(client, stream));
  const missing = fields.filter(({ name }) => !before.has(name));
  if (missing.length === 0 || !create) {
    const remedy = (field: WriteField): string =>
      `Let Bestfit create \`${field.name}\`, or make it in HubSpot under Settings, Properties.`;
    return fields.map((field) => found(field, before.get(field.name)) ?? notThere(field, remedy(field)));
  }
  const refused = await createProperties(client, stream, missing);
  const after = refused === null ? null : byName(await readProperties(client, stream));
  return fields.map((field) => {
    const old = found(field, before.get(field.name));
    if (old !== null) return old;
    if (after === null) return { name: field.name, target: field.name, state: 'created', remedy: null };
    const made = found(field, after.get(field.name));
    return made === null
      ? notThere(field, refused?.(field.name) ?? 'HubSpot did not create it.')
      : { ...made, state: made.target === null ? 'missing' : 'created' };
  });
}

function byName(properties: readonly HubspotProperty[]): ReadonlyMap<string, HubspotProperty> {
  return new Map(properties.map((property) => [property.name, property]));
}

function notThere({ name }: WriteField, remedy: string): PreparedField {
  return { name, target: null, state: 'missing', remedy };
}

/** A property that is there but cannot hold the values counts as missing; null when there is none. */
function found(field: WriteField, property: HubspotProperty | undefined): PreparedField | null {
  if (property === undefined) return null;
  const { type, options, modificationMetadata } = property;
  const { name, kind } = field;
  if (modificationMetadata?.readOnlyValue === true)
    return notThere(field, `\`${name}\` in HubSpot is read-only: make it writable, or remove it.`);
  if (type !== types[kind].type)
    return notThere(
      field,
      `\`${name}\` in HubSpot holds \`${type}\` where \`${types[kind].type}\` is needed: remove or rename it there.`,
    );
  const held = new Set(options.map(({ value }) => value));
  const lacking = (field.options ?? []).filter((option) => !held.has(option));
  if (kind === 'option' && lacking.length > 0)
    return notThere(
      field,
      `Add to \`${name}\` in HubSpot the options ${lacking.map((each) => `\`${each}\``).join(', ')}.`,
    );
  return { name, target: name, state: 'there', remedy: null };
}

const types: Readonly<Record<WriteField['kind'], { readonly type: string; readonly fieldType: string }>> = {
  text: { type: 'string', fieldType: 'text' },
  'long-text': { type: 'string', fieldType: 'textarea' },
  number: { type: 'number', fieldType: 'number' },
  date: { type: 'date', fieldType: 'date' },
  option: { type: 'enumeration', fieldType: 'select' },
};

const failures = z.object({ errors: z.array(refusalSchema).default([]) });

/** Null when all were made; else why one was not, by its name. Made before (an answer that was cut) is no failure. */
async function createProperties(
  client: Client,
  stream: StreamName,
  fields: readonly WriteField[],
): Promise<((name: string) => string) | null> {
  const group = await send(client, hubspotPath('crm/properties', `${stream}/groups`), {
    name: hubspotFacts.ownGroup,
    label: 'Bestfit',
  });
  if (group.status === 403) return () => remedyOf(group.body, '');
  const { status, body } = await send(client, hubspotPath('crm/properties', `${stream}/batch/create`), {
    inputs: fields.map((field) => ({
      name: field.name,
      label: field.label,
      description: field.description,
      groupName: hubspotFacts.ownGroup,
      ...types[field.kind],
      ...(field.options === null
        ? {}
        : { options: field.options.map((value, displayOrder) => ({ label: value, value, displayOrder })) }),
    })),
  });
  if (status === 201 || status === 200) return null;
  return (name) => remedyOf(body, name);
}

function send(client: Client, path: string, body: unknown) {
  return client.send({ method: 'POST', path, body, repeatable: true, alsoFine: [400, 403, 409] });
}

/** HubSpot's own words on a property, or on all of them; the scopes that are missing, if it is that. */
function remedyOf(body: unknown, name: string): string {
  const scopes = missingScopes(body);
  if (scopes !== null) return `Give the token the scope ${scopes}, or make the property in HubSpot by hand.`;
  const errors = failures.safeParse(body).data?.errors ?? [];
  const own = errors.find(({ context }) => context?.name?.includes(name) === true) ?? errors[0];
  const whole = refusalSchema.safeParse(body).data;
  return own?.message ?? whole?.message ?? 'HubSpot did not create it.';
}
