import type { SourceField } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';
import { sourceName } from './synced-tables.ts';

/** Where the values of a field go in the data. */
export interface FieldPlace {
  readonly table: string;
  readonly field: string;
  /** What a person had it shown as. */
  readonly label: string | null;
  /** An attribute of the user's own. */
  readonly custom: boolean;
  /** Left out. */
  readonly ignored: boolean;
}

/** Where fields of a stream go, as its last import mapped their columns; null for one that was not imported. */
export async function fieldPlaces(
  { store }: Workspace,
  connection: string,
  stream: string,
): Promise<(field: Pick<SourceField, 'header'>) => FieldPlace | null> {
  const head = await store.head();
  const source = head?.sources.find(({ name }) => name === sourceName(connection, stream));
  const columns = new Map((source?.mapping.columns ?? []).map((each) => [plain(each.column), each]));
  return ({ header }) => {
    const found = columns.get(header);
    if (found === undefined) return null;
    const { table, field, label = null, custom, ignored } = found;
    return { table, field, label, custom, ignored };
  };
}

/** A header without the currency that import put behind it. */
function plain(header: string): string {
  return header.replace(/ \([A-Z]{3}\)$/, '');
}
