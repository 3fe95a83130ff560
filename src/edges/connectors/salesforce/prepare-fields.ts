import type { PreparedField, StreamName, WriteField } from '../records/index.ts';
import type { DescribedField, DescribedObject } from './describe-object.ts';
import type { Org } from './org.ts';
import { isRefusal } from './read-refusal.ts';
import { apiPath, streamObject } from './salesforce-settings.ts';
import { customField, fitsKind, targetField, typeLabel } from './target-field.ts';

/**
 * Finds the fields to be written and, where `create`, makes those that are missing (Tooling API, CustomField). A new
 * field is seen by nobody until an administrator says who may, so the object is described again: what is not seen then
 * is told as missing with what to do.
 */
export async function prepareFields(
  org: Org,
  stream: StreamName,
  wish: { readonly fields: readonly WriteField[]; readonly create: boolean },
): Promise<readonly PreparedField[]> {
  const { object } = streamObject(stream);
  const before = await org.describe(object, true);
  const missing = wish.fields.filter((field) => find(before, field) === null);
  const refused = new Map<string, string>();
  if (wish.create) {
    for (const field of missing) {
      const why = await createField(org, object, field);
      if (why !== null) refused.set(field.name, why);
    }
  }
  const after = wish.create && missing.length > 0 ? await org.describe(object, true) : before;
  return wish.fields.map((field) => {
    const state = missing.includes(field) ? 'created' : 'there';
    return preparedField({
      object,
      field,
      state,
      found: find(after, field),
      why: whyNot(wish, refused, field),
    });
  });
}

function find({ fields }: DescribedObject, field: WriteField): DescribedField | null {
  const target = targetField(field).toLowerCase();
  return fields.find(({ name }) => name.toLowerCase() === target) ?? null;
}

/** Null when it was made, or was there unseen; else why not. Asked twice, Salesforce makes it once. */
async function createField({ client }: Org, object: string, field: WriteField): Promise<string | null> {
  try {
    await client.send({
      method: 'POST',
      path: apiPath('tooling/sobjects/CustomField'),
      body: customField(object, field),
      repeatable: true,
    });
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const isThere = error.code === 'connection.refused' && hasCode(error.params, 'DUPLICATE_DEVELOPER_NAME');
    return isThere ? null : error.message;
  }
}

function hasCode(params: object, code: string): boolean {
  return 'code' in params && params.code === code;
}

/** Why a field that is not seen is not there: refused, not to be made, or (null) made and not shown to us. */
function whyNot(
  { create }: { readonly create: boolean },
  refused: ReadonlyMap<string, string>,
  { name }: WriteField,
): string | null {
  return create ? (refused.get(name) ?? null) : '';
}

interface Outcome {
  readonly object: string;
  readonly field: WriteField;
  readonly state: 'there' | 'created';
  readonly found: DescribedField | null;
  readonly why: string | null;
}

function preparedField({ object, field, state, found, why }: Outcome): PreparedField {
  const { name } = field;
  const target = targetField(field);
  const missing = (remedy: string): PreparedField => ({ name, target: null, state: 'missing', remedy });
  if (found === null) return missing(why === null ? showIt(object, target) : makeIt(object, field, why));
  if (!fitsKind(found.type, field.kind))
    return missing(
      `\`${object}.${found.name}\` is there as \`${found.type}\`, which cannot hold ${typeLabel(field)}. Give that field another API name, then prepare again.`,
    );
  if (!found.updateable) return missing(showIt(object, found.name));
  return { name, target: found.name, state, remedy: null };
}

function makeIt(object: string, field: WriteField, why: string): string {
  const words = why === '' ? '' : `Salesforce did not let us make it (${why}). `;
  return `${words}Let an administrator make it: Setup, Object Manager, ${object}, Fields & Relationships, New: type ${typeLabel(field)}, label \`${field.label}\`, API name \`${targetField(field)}\`; and let the user of this connection see and edit it (field-level security).`;
}

function showIt(object: string, target: string): string {
  return `\`${object}.${target}\` is there, but the user of this connection may not see and edit it. Let an administrator set its field-level security (Setup, Object Manager, ${object}, Fields & Relationships, ${target}, Set Field-Level Security), or add it to a permission set of that user.`;
}
