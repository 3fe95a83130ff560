import { column, isIn, not, parquet, select, subquery } from '../../base/sql/index.ts';
import {
  canonicalPartField,
  canonicalTables,
  type FiledRows,
  type PartField,
  type SignalParts,
} from '../../stages/dataset/index.ts';
import { CHANGED_FIELD } from '../../stages/signals/index.ts';
import { everything, whole } from './derived-events.ts';
import type { Scratch } from './scratch.ts';

/** The columns of a signal that import found itself. */
export const changeFields: readonly PartField[] = canonicalTables.signals.map(({ name }) =>
  canonicalPartField('signals', name),
);

/**
 * The signals that a source gives: rows listed, rows listed before, and what changed in fields that are not switched
 * off (`off`, with their table). Null when there are none.
 */
export async function composeSignals(
  scratch: Scratch,
  { listed, gone, changes }: SignalParts,
  off: readonly string[],
): Promise<FiledRows | null> {
  const found = changes === null ? null : { ref: changes, fields: changeFields };
  const shown = found === null || off.length === 0 ? found : await without(scratch, found, off);
  const parts = [listed, gone, shown].filter((part) => part !== null && part.ref.rows > 0);
  const [only] = parts;
  if (only === undefined) return listed;
  if (only === listed && parts.length === 1) return listed;
  const all = whole(scratch, parts);
  return { ref: await scratch.write(everything(all)), fields: all.fields };
}

async function without(
  scratch: Scratch,
  { ref, fields }: FiledRows,
  off: readonly string[],
): Promise<FiledRows> {
  const rows = select({
    columns: fields.map(({ name }) => column(name)),
    from: subquery(
      select({
        columns: [column(CHANGED_FIELD), ...fields.map(({ name }) => column(name))],
        from: parquet(scratch.store.filePath(ref)),
      }),
      'c',
    ),
    where: not(isIn(column(CHANGED_FIELD), off)),
  });
  return { ref: await scratch.write(rows), fields };
}
