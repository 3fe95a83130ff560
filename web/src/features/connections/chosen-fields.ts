import type { ChangedConnection, ConnectionField } from '../../api/generated/types.gen.ts';

/** Fields that were chosen otherwise than they are kept, by their keys: whether they are to be read. */
export type Chosen = ReadonlyMap<string, boolean>;

/** A field among those of all streams. */
export function keyOf({ stream, name }: Pick<ConnectionField, 'stream' | 'name'>): string {
  return `${stream} ${name}`;
}

/** What is to be changed of the connection for the fields that were chosen. */
export function changeOf(fields: readonly ConnectionField[], chosen: Chosen): ChangedConnection {
  const addFields: Record<string, string[]> = {};
  const leaveFields: Record<string, string[]> = {};
  for (const field of fields) {
    const isRead = chosen.get(keyOf(field));
    if (isRead === undefined) continue;
    const into = isRead ? addFields : leaveFields;
    into[field.stream] = [...(into[field.stream] ?? []), field.name];
  }
  return { addFields, leaveFields };
}
