import { named, parquet, select, subquery } from '../../base/sql/index.ts';
import { entityKey, type FilePlan, keyOfRows, type TableName } from '../../stages/dataset/index.ts';
import { findAlikeRows } from './alike-rows.ts';
import { assembleSource, type ImportedSource } from './assemble-source.ts';
import { buildReaders } from './build-readers.ts';
import { columnsToRead } from './columns-to-read.ts';
import { countRepeatedRows } from './count-repeated-rows.ts';
import { planFile, withSetAside } from './file-plan.ts';
import { fieldsOfPart, type MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { findMisfits, findRepeats, joinSetAside, type SetAside } from './set-aside-rows.ts';
import { severalAccounts } from './several-accounts.ts';
import { severalCurrencies } from './several-currencies.ts';
import { spoolQuarantine } from './spool-quarantine.ts';
import type { ImportRequest } from './types.ts';
import { findUnsummed } from './unsummed-rows.ts';
import { writeParts } from './write-parts.ts';

/** Parses one staged file, sets aside what does not fit and writes its parts. */
export async function importStaged(
  scratch: Scratch,
  request: ImportRequest,
  file: MappedFile,
): Promise<ImportedSource> {
  const { staged } = file;
  const readers = await buildReaders(scratch, columnsToRead(file, request));
  const misfits = await findMisfits(scratch, file, readers);
  const keyed = await planFile(scratch, file, { readers, misfits, append: request.append });
  const byKey = keyOfRows(keyed) !== null;
  const repeats = byKey
    ? await findKeyRepeats(scratch, request, { plan: keyed, file })
    : await findAlikeRows(scratch, file, misfits);
  const unfit = await joinSetAside(scratch, misfits, repeats);
  const rest = withSetAside(keyed, unfit, staged);
  const unsummed = file.mapping.as === 'transactions' ? await findUnsummed(scratch, rest) : null;
  const setAside = await joinSetAside(scratch, unfit, unsummed);
  const quarantine = await spoolQuarantine(scratch, file, {
    setAside,
    mayBeMost: request.retry !== undefined,
  });
  const plan = withSetAside(keyed, setAside, staged);
  const parts = await writeParts(scratch, request, { plan, file });
  const counted = byKey || file.repeats === 'drop';
  const duplicates = counted ? (repeats?.rows ?? 0) : await countRepeatedRows(scratch, staged);
  const notes = [
    ...(await severalAccounts(scratch, file)),
    ...(file.mapping.as === 'transactions' ? await severalCurrencies(scratch, parts) : []),
  ];
  const read = staged.rows + staged.rejectedTotal;
  return assembleSource(request, { file, read, quarantine, parts, duplicates, byKey, notes });
}

async function findKeyRepeats(
  scratch: Scratch,
  { append }: ImportRequest,
  { plan, file: { previous, mapping } }: { readonly plan: FilePlan; readonly file: MappedFile },
): Promise<SetAside | null> {
  const key = keyOfRows(plan);
  if (key === null) return null;
  const table = mapping.as as TableName;
  const old = append ? previous?.parts[table] : undefined;
  const of = entityKey(table, fieldsOfPart(previous, table));
  if (old === undefined || of === null) return findRepeats(scratch, plan, { key, before: null });
  const keys = select({ columns: [named(of, 'key')], from: parquet(scratch.store.filePath(old)) });
  return findRepeats(scratch, plan, { key, before: subquery(keys, 'before') });
}
