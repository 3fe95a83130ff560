import { basename } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import type { Commit } from '../../edges/store/index.ts';
import type { ColumnMapping } from '../../stages/dataset/index.ts';
import { mapFile } from './map-file.ts';
import type { MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import type { ImportFile, ImportRequest } from './types.ts';

/** Reads all files of an import and says what each is, in the order in which they were named. */
export async function mapFiles(
  scratch: Scratch,
  request: ImportRequest,
  head: Commit | null,
): Promise<readonly MappedFile[]> {
  refuseSameNames(request.files);
  const mapped: MappedFile[] = [];
  for (const file of lookupsLast(request.files)) {
    mapped.push(
      await readFile(scratch, request, {
        file,
        head,
        columns: mapped.flatMap(({ mapping }) => mapping.columns),
      }),
    );
  }
  refuseUnknownColumns(request, mapped);
  const order = request.files.map(({ path }) => path);
  return mapped.toSorted((one, two) => order.indexOf(one.path) - order.indexOf(two.path));
}

interface FileInTurn {
  readonly file: ImportFile;
  readonly head: Commit | null;
  /** Columns of the files that were mapped before. */
  readonly columns: readonly ColumnMapping[];
}

async function readFile(
  scratch: Scratch,
  request: ImportRequest,
  { file, head, columns }: FileInTurn,
): Promise<MappedFile> {
  const { path, delimiter } = file;
  const name = basename(path);
  const sources = head?.sources ?? [];
  request.onProgress({ step: 'reading', file: name });
  const connector = scratch.connectorFor(path);
  const staged = await connector.stage(scratch.engine, {
    path,
    part: null,
    to: scratch.temporaryFile(),
    delimiter,
  });
  request.onProgress({ step: 'mapping', file: name });
  const at = sources.findIndex((source) => source.name === name);
  const previous = sources[at] ?? null;
  const others = sources.filter((source) => source !== previous).flatMap(({ mapping }) => mapping.columns);
  const context = { fields: head?.snapshot.fields ?? [], columns: [...columns, ...others], previous };
  const mapping = await mapFile(scratch, request, { file, name, staged, context });
  const before = at === -1 ? sources : sources.slice(0, at);
  return { name, path, connector, staged, mapping, previous, before };
}

/** A lookup is mapped when the files that it joins are known. */
function lookupsLast(files: readonly ImportFile[]): readonly ImportFile[] {
  return [...files.filter(({ as }) => as !== 'lookup'), ...files.filter(({ as }) => as === 'lookup')];
}

function refuseSameNames(files: readonly ImportFile[]): void {
  for (const { path } of files) {
    const same = files.filter((other) => basename(other.path) === basename(path)).map((other) => other.path);
    if (same.length > 1) throw new BestfitError('input.same-name', { name: basename(path), files: same });
  }
}

function refuseUnknownColumns({ maps }: ImportRequest, files: readonly MappedFile[]): void {
  const headers = files.flatMap(({ staged }) => staged.headers);
  const unknown = maps.find(({ column }) => !headers.includes(column));
  if (unknown === undefined) return;
  const value = `${unknown.column}=${unknown.field}`;
  throw new BestfitError('usage.bad-option', {
    option: '--map',
    value,
    expected: `one of the columns ${headers.join(', ')}`,
  });
}
