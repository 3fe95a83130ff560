import { basename } from 'node:path';
import { BestfitError } from '../base/errors/index.ts';
import { connectorFor } from '../edges/connectors/index.ts';
import type { Commit } from '../edges/store/index.ts';
import type { SourceState } from '../stages/dataset/index.ts';
import { compareTables } from './import/compare-tables.ts';
import { describeFields } from './import/describe-fields.ts';
import { type ImportedSource, importSource } from './import/import-source.ts';
import { mapFile } from './import/map-file.ts';
import type { MappedFile } from './import/mapped-file.ts';
import { mergeSources } from './import/merge-sources.ts';
import { writeQuarantine } from './import/quarantine.ts';
import { Scratch } from './import/scratch.ts';
import { snapshotOf } from './import/snapshot-of.ts';
import type { ImportFile, ImportRequest, ImportResult } from './import/types.ts';
import type { Workspace } from './workspace.ts';

export type { ImportEvent, ImportFile, ImportRequest, ImportResult } from './import/types.ts';

/**
 * Imports files into the workspace as one commit: reads them, says what each is, sets aside what does not fit, joins
 * all sources and describes every field. A file of a known name replaces that source's rows. Nothing is committed
 * when a file is refused or with `dryRun`.
 *
 * @example
 * const result = await importFiles(workspace, { ...request, files: [{ path: 'customers.csv', as: null, key: null, delimiter: null }] });
 */
export async function importFiles(workspace: Workspace, request: ImportRequest): Promise<ImportResult> {
  const scratch = new Scratch(workspace.engine, workspace.store);
  try {
    const head = await workspace.store.head();
    const files = await mapFiles(scratch, request, head);
    const imported: ImportedSource[] = [];
    for (const file of files) {
      request.onProgress({ step: 'parsing', file: file.name });
      const before = [
        ...file.before,
        ...imported.map(({ state }) => state).filter(({ name }) => isNew(name, head)),
      ];
      imported.push(await importSource(scratch, request, { ...file, before }));
    }
    return await commitImport({ workspace, scratch, request, head, imported });
  } finally {
    await scratch.dispose();
  }
}

function isNew(name: string, head: Commit | null): boolean {
  return !head?.sources.some((source) => source.name === name);
}

async function mapFiles(
  scratch: Scratch,
  request: ImportRequest,
  head: Commit | null,
): Promise<readonly MappedFile[]> {
  refuseSameNames(request.files);
  const sources = head?.sources ?? [];
  const mapped: MappedFile[] = [];
  for (const file of lookupsLast(request.files)) {
    const name = basename(file.path);
    request.onProgress({ step: 'reading', file: name });
    const connector = connectorFor(file.path);
    const to = scratch.temporaryFile();
    const staged = await connector.stage(scratch.engine, { path: file.path, to, delimiter: file.delimiter });
    request.onProgress({ step: 'mapping', file: name });
    const at = sources.findIndex((source) => source.name === name);
    const previous = sources[at] ?? null;
    const others = sources.filter((source) => source.name !== name).flatMap(({ mapping }) => mapping.columns);
    const columns = [...mapped.flatMap(({ mapping }) => mapping.columns), ...others];
    const context = { fields: head?.snapshot.fields ?? [], columns, previous };
    const mapping = await mapFile(scratch, request, { file, name, staged, context });
    const before = at === -1 ? sources : sources.slice(0, at);
    mapped.push({ name, path: file.path, connector, staged, mapping, previous, before });
  }
  refuseUnknownColumns(request, mapped);
  const order = request.files.map(({ path }) => path);
  return mapped.toSorted((one, two) => order.indexOf(one.path) - order.indexOf(two.path));
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

interface ReadyImport {
  readonly workspace: Workspace;
  readonly scratch: Scratch;
  readonly request: ImportRequest;
  readonly head: Commit | null;
  readonly imported: readonly ImportedSource[];
}

async function commitImport({
  workspace,
  scratch,
  request,
  head,
  imported,
}: ReadyImport): Promise<ImportResult> {
  request.onProgress({ step: 'joining', file: null });
  const states = nextSources(head, imported);
  const merged = await mergeSources(scratch, states);
  request.onProgress({ step: 'describing', file: null });
  const before = head?.snapshot ?? null;
  const fields = await describeFields(scratch, merged, { on: request.at.slice(0, 10), before });
  const snapshot = snapshotOf(merged.tables, fields);
  const changes = await compareTables(scratch, before, snapshot);
  const sources = states.map((source) => ({ ...source, joins: merged.joins.get(source.name) ?? [] }));
  const quarantine = await writeQuarantine(
    scratch,
    keptQuarantine(head, request, imported),
    quarantines(imported),
  );
  request.onProgress({ step: 'saving', file: null });
  const what = `import ${imported.map(({ state }) => state.name).join(' ')}`;
  const change = { parent: head?.id ?? null, what, at: request.at, snapshot, sources, quarantine };
  const commit = request.dryRun ? null : await workspace.store.commit(change);
  await workspace.store.sweep();
  return {
    kind: 'import',
    dryRun: request.dryRun,
    snapshot: snapshot.id,
    commit: commit?.id ?? null,
    files: imported.map(({ report }) => report),
    tables: Object.entries(snapshot.tables).map(([table, { rows }]) => ({
      table: table as keyof typeof snapshot.tables,
      rows,
    })),
    changes,
    joins: sources.flatMap(({ name, joins }) => joins.map((join) => ({ source: name, ...join }))),
    warnings: [...warningsOf(sources, imported), ...merged.warnings],
  };
}

/** Known sources keep their place, so that made-up ids stay what they are. */
function nextSources(head: Commit | null, imported: readonly ImportedSource[]): readonly SourceState[] {
  const states = new Map((head?.sources ?? []).map((source) => [source.name, source]));
  for (const { state } of imported) states.set(state.name, state);
  return [...states.values()];
}

function keptQuarantine(head: Commit | null, { append }: ImportRequest, imported: readonly ImportedSource[]) {
  if (head?.quarantine == null) return null;
  return { ref: head.quarantine, without: append ? [] : imported.map(({ state }) => state.name) };
}

function quarantines(imported: readonly ImportedSource[]) {
  return imported.flatMap(({ quarantine }) => (quarantine === null ? [] : [quarantine]));
}

function warningsOf(sources: readonly SourceState[], imported: readonly ImportedSource[]): readonly string[] {
  const unjoined = sources.filter(
    ({ lookup, name }) =>
      lookup !== null && !sources.some(({ joins }) => joins.some(({ to }) => to === name)),
  );
  return [
    ...imported.flatMap(({ report }) => report.warnings.map((warning) => `${report.name}: ${warning}`)),
    ...unjoined.map(
      ({ name, mapping }) =>
        `No file has the column \`${mapping.lookupKey}\`, so \`${name}\` joins nothing yet.`,
    ),
  ];
}
