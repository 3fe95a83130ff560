import type { Field, TableName } from '../stages/dataset/index.ts';
import { fieldQuality, type TableQuality } from './quality/index.ts';
import type { Workspace } from './workspace.ts';

/** Every field and how well it is known, told from the catalog alone: at once, whatever the number of rows. */
export interface FieldCatalog {
  readonly kind: 'fields';
  /** Null before the first import. */
  readonly snapshot: string | null;
  readonly tables: readonly TableQuality[];
}

/** Lists the fields of every table with what import counted of them. */
export async function fieldCatalog({ store }: Pick<Workspace, 'store'>): Promise<FieldCatalog> {
  const head = await store.head();
  const snapshot = head?.snapshot ?? null;
  return {
    kind: 'fields',
    snapshot: snapshot?.id ?? null,
    tables: Object.entries(snapshot?.tables ?? {}).map(([table, { rows }]) => ({
      table: table as TableName,
      rows,
      fields: fieldsOf(snapshot?.fields ?? [], table).map(fieldQuality),
    })),
  };
}

function fieldsOf(fields: readonly Field[], table: string): readonly Field[] {
  return fields.filter((field) => field.table === table);
}
