import { z } from 'zod';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import type { PreparedField, WriteField } from '../records/index.ts';
import type { AccountLists } from './account-lists.ts';
import { type FieldDefinition, fieldDefinition } from './field-definition.ts';
import { pipedriveCosts } from './pipedrive-settings.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { readOne } from './read-list.ts';
import { writeTypes } from './write-types.ts';

/** Where fields are prepared, and whether missing ones are made. */
export interface Preparing {
  readonly client: Client;
  readonly lists: AccountLists;
  readonly stream: PipedriveStream;
  readonly create: boolean;
}

/**
 * Finds fields by their label (Pipedrive chooses the code), and makes those that are missing and may be made, one after
 * the other. A field of the same name that cannot hold the values is left alone and named.
 */
export async function prepareFields(
  preparing: Preparing,
  fields: readonly WriteField[],
): Promise<readonly PreparedField[]> {
  const prepared: PreparedField[] = [];
  for (const field of fields) prepared.push(await prepareField(preparing, field));
  if (prepared.some(({ state }) => state === 'created')) preparing.lists.forgetFields(preparing.stream);
  return prepared;
}

async function prepareField(preparing: Preparing, field: WriteField): Promise<PreparedField> {
  const found = await findField(preparing, field);
  if (found === null)
    return preparing.create ? await makeField(preparing, field) : missing(field, makeIt(field));
  if (!writeTypes[field.kind].holds.includes(found.field_type))
    return missing(
      field,
      `The field \`${found.field_name}\` is of another type (${found.field_type}): rename it or delete it.`,
    );
  const absent = absentOptions(found, field);
  if (absent.length === 0)
    return { name: field.name, target: found.field_code, state: 'there', remedy: null };
  if (!preparing.create) return missing(field, addOptions(found, absent));
  return await makeOptions(preparing, field, { found, absent });
}

async function findField({ lists, stream }: Preparing, field: WriteField): Promise<FieldDefinition | null> {
  const wanted = [field.label, field.name].map(plain);
  const own = (await lists.fields(stream)).filter(({ is_custom_field: isCustom }) => isCustom);
  return own.find(({ field_name: label }) => wanted.includes(plain(label))) ?? null;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function absentOptions({ field_type: type, options }: FieldDefinition, field: WriteField): readonly string[] {
  if (type !== 'enum') return [];
  const there = new Set((options ?? []).map(({ label }) => label));
  return (field.options ?? []).filter((label) => !there.has(label));
}

async function makeField(preparing: Preparing, field: WriteField): Promise<PreparedField> {
  const { client, lists, stream } = preparing;
  const body = {
    field_name: field.label,
    field_type: writeTypes[field.kind].made,
    ...(field.kind === 'option' ? { options: (field.options ?? []).map((label) => ({ label })) } : {}),
  };
  const made = async (): Promise<PreparedField> => {
    const answer = await client.send({
      method: 'POST',
      path: stream.fieldsPath,
      body,
      cost: pipedriveCosts.newField,
      repeatable: false,
    });
    const { field_code: target } = readOne(fieldDefinition, answer);
    return { name: field.name, target, state: 'created', remedy: null };
  };
  return orRemedy(field, makeIt(field), async () => {
    try {
      return await made();
    } catch (error) {
      if (!isUnsure(error)) throw error;
      // Nobody knows whether it was made: a second one of the same name would stay for good.
      lists.forgetFields(stream);
      const found = await findField(preparing, field);
      return found === null
        ? await made()
        : { name: field.name, target: found.field_code, state: 'created', remedy: null };
    }
  });
}

async function makeOptions(
  { client, lists, stream }: Preparing,
  field: WriteField,
  { found, absent }: { readonly found: FieldDefinition; readonly absent: readonly string[] },
): Promise<PreparedField> {
  return orRemedy(field, addOptions(found, absent), async () => {
    const answer = await client.send({
      method: 'POST',
      path: `${stream.fieldsPath}/${found.field_code}/options`,
      body: absent.map((label) => ({ label })),
      cost: pipedriveCosts.change,
      repeatable: false,
    });
    readOne(z.unknown(), answer);
    lists.forgetFields(stream);
    return { name: field.name, target: found.field_code, state: 'there', remedy: null };
  });
}

/** What Pipedrive refuses (a right that is missing, too many fields) is for a person to mend; the rest goes on. */
async function orRemedy(
  field: WriteField,
  remedy: string,
  make: () => Promise<PreparedField>,
): Promise<PreparedField> {
  try {
    return await make();
  } catch (error) {
    const isRefusal =
      error instanceof BestfitError && ['connection.forbidden', 'connection.refused'].includes(error.code);
    if (!isRefusal) throw error;
    return missing(field, `${error.message} ${remedy}`);
  }
}

function isUnsure(error: unknown): boolean {
  return error instanceof BestfitError && error.code === 'connection.unreachable';
}

function missing({ name }: WriteField, remedy: string): PreparedField {
  return { name, target: null, state: 'missing', remedy };
}

function makeIt({ label, kind, options }: WriteField): string {
  const type = writeTypes[kind].made;
  const choices =
    options === null ? '' : ` with the options ${options.map((each) => `\`${each}\``).join(', ')}`;
  return `Make the custom field \`${label}\` of type ${type} in Pipedrive${choices}, or let Bestfit make it.`;
}

function addOptions({ field_name: label }: FieldDefinition, absent: readonly string[]): string {
  return `Add to the field \`${label}\` in Pipedrive the options ${absent.map((each) => `\`${each}\``).join(', ')}.`;
}
