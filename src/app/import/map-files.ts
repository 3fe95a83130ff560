import { BestfitError } from '../../base/errors/index.ts';
import type { FoundTable, FoundTables } from '../../edges/connectors/index.ts';
import type { Commit } from '../../edges/store/index.ts';
import type { ColumnMapping, SourceState } from '../../stages/dataset/index.ts';
import { choicesFor, refuseUnmatched, type TableChoices } from './choices-for.ts';
import { conversionOf } from './convert-tables.ts';
import { isOpened } from './is-opened.ts';
import { mapFile } from './map-file.ts';
import type { MappedTable } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { sliceColumns } from './slice-columns.ts';
import type { ImportRequest } from './types.ts';
import { withAbsence } from './with-absence.ts';

/** The tables of an import, and what is to be said of finding them. */
export interface MappedFiles {
  /** In the order in which they were named. */
  readonly files: readonly MappedTable[];
  readonly warnings: readonly string[];
}

/** Finds and reads all tables of an import and says what each is. */
export async function mapFiles(
  scratch: Scratch,
  request: ImportRequest,
  head: Commit | null,
): Promise<MappedFiles> {
  const { tables, warnings } = await findTables(scratch, request);
  const turns = tables.map((table) => ({ table, choices: choicesFor(request.choices, table) }));
  const mapped = new Map<FoundTable, MappedTable>();
  for (const { table, choices } of lookupsLast(turns)) {
    const columns = [...mapped.values()].flatMap(({ mapping }) => mapping.columns);
    mapped.set(table, await readTable(scratch, request, { table, choices, head, columns }));
  }
  const files = tables.flatMap((table) => mapped.get(table) ?? []);
  refuseUnknownColumns(request, files);
  return { files: withAbsence(request, files), warnings };
}

async function findTables(
  scratch: Scratch,
  { paths, choices, onProgress }: ImportRequest,
): Promise<FoundTables> {
  const found = await scratch.findTables(paths, {
    scratchFile: scratch.temporaryFile,
    onUnpack: (file, done) => onProgress({ step: 'unpacking', file, done }),
  });
  refuseSameNames(found.tables);
  refuseUnmatched(choices, found.tables);
  return found;
}

interface Turn {
  readonly table: FoundTable;
  readonly choices: TableChoices;
}

interface TableInTurn extends Turn {
  readonly head: Commit | null;
  /** Columns of the tables that were mapped before. */
  readonly columns: readonly ColumnMapping[];
}

async function readTable(
  scratch: Scratch,
  request: ImportRequest,
  { table, choices, head, columns }: TableInTurn,
): Promise<MappedTable> {
  const { source: name, location, path, part, connector } = table;
  const sources = head?.sources ?? [];
  refuseOlder(name, request, sources);
  request.onProgress({ step: 'reading', file: name, done: null });
  const read = connector.open ?? connector.stage;
  const found = await read(scratch.engine, {
    path,
    part,
    to: scratch.temporaryFile(),
    delimiter: choices.delimiter,
    encoding: choices.encoding,
    scratchFile: scratch.temporaryFile,
    onRead: (done) => request.onProgress({ step: 'reading', file: name, done }),
  });
  request.onProgress({ step: 'mapping', file: name, done: null });
  const slices = await sliceColumns(scratch, isOpened(found) ? { ...found, path: found.sample } : found);
  const at = sources.findIndex((source) => source.name === name);
  const previous = sources[at] ?? null;
  const others = sources.filter((source) => source !== previous).flatMap(({ mapping }) => mapping.columns);
  const context = { fields: head?.snapshot.fields ?? [], columns: [...columns, ...others], previous };
  const again = request.retry === undefined ? null : previous;
  const { mapping, repetitive } =
    again === null
      ? await mapFile(scratch, request, { table, choices, found, slices, context })
      : { mapping: again.mapping, repetitive: new Set<string>() };
  const before = at === -1 ? sources : sources.slice(0, at);
  return {
    name,
    path: location,
    connector,
    table: found,
    slices,
    mapping,
    repetitive,
    previous,
    absent: null,
    repeats: choices.repeats ?? previous?.repeats ?? null,
    conversion: conversionAt(scratch, sources, request),
    before,
  };
}

/** Purchases without a day are converted as of the day of their file. */
function conversionAt(scratch: Scratch, sources: readonly SourceState[], request: ImportRequest) {
  const conversion = conversionOf(scratch, sources);
  return conversion === null ? null : { ...conversion, day: request.observedOn ?? request.at.slice(0, 10) };
}

/** A lookup is mapped when the tables that it joins are known. */
function lookupsLast(turns: readonly Turn[]): readonly Turn[] {
  const isLookup = ({ choices }: Turn) => choices.as === 'lookup';
  return [...turns.filter((turn) => !isLookup(turn)), ...turns.filter(isLookup)];
}

function refuseSameNames(tables: readonly FoundTable[]): void {
  for (const { source } of tables) {
    const same = tables.filter((other) => other.source === source).map(({ location }) => location);
    if (same.length > 1) throw new BestfitError('input.same-name', { name: source, files: same });
  }
}

/** Changes are read from one dated import to the next, so these come in the order of their days. */
function refuseOlder(
  name: string,
  { observedOn: date }: ImportRequest,
  sources: readonly SourceState[],
): void {
  const known = sources.find((source) => source.name === name)?.observedOn ?? null;
  if (date !== null && known !== null && date < known)
    throw new BestfitError('input.older-date', { name, date, known });
}

function refuseUnknownColumns({ maps }: ImportRequest, files: readonly MappedTable[]): void {
  const headers = files.flatMap(({ table }) => table.headers);
  const unknown = maps.find(({ column }) => !headers.includes(column));
  if (unknown === undefined) return;
  const value = `${unknown.column}=${unknown.field}`;
  throw new BestfitError('usage.bad-option', {
    option: '--map',
    value,
    expected: `one of the columns ${headers.join(', ')}`,
  });
}
