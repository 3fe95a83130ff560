import type { Commit } from '../edges/store/index.ts';
import type { Snapshot, SourceState, TableName, TableRef } from '../stages/dataset/index.ts';
import type { ImportRequest, ImportResult } from './import/index.ts';
import {
  absencesOf,
  compareTables,
  describeFields,
  type ImportedSource,
  importSource,
  mapFiles,
  mergeSources,
  Scratch,
  snapshotOf,
  withReports,
  writeQuarantine,
} from './import/index.ts';
import type { Workspace } from './workspace.ts';

export type { AbsenceSaid, FileChoices, ImportEvent, ImportRequest, ImportResult } from './import/index.ts';

export { nothingSaid } from './import/index.ts';

/**
 * Imports files into the workspace as one commit: finds their tables, reads them, says what each is, sets aside what does not fit, joins
 * all sources and describes every field. A file of a known name replaces that source's rows. Nothing is committed
 * when a file is refused or with `dryRun`.
 *
 * @example
 * const result = await importFiles(workspace, { ...request, paths: ['customers.csv'], choices: nothingSaid });
 */
export async function importFiles(workspace: Workspace, request: ImportRequest): Promise<ImportResult> {
  const scratch = new Scratch(workspace);
  try {
    const head = await workspace.store.head();
    const { files, warnings } = await mapFiles(scratch, request, head);
    const imported: ImportedSource[] = [];
    for (const file of files) {
      request.onProgress({ step: 'parsing', file: file.name, done: null });
      const added = file.previous === null ? newSources(imported, head) : [];
      imported.push(await importSource(scratch, request, { ...file, before: [...file.before, ...added] }));
    }
    return await commitImport({ workspace, scratch, request, head, imported, warnings });
  } finally {
    await scratch.dispose();
  }
}

function newSources(imported: readonly ImportedSource[], head: Commit | null): readonly SourceState[] {
  const known = new Set(head?.sources.map(({ name }) => name));
  return imported.map(({ state }) => state).filter(({ name }) => !known.has(name));
}

interface ReadyImport {
  readonly workspace: Workspace;
  readonly scratch: Scratch;
  readonly request: ImportRequest;
  readonly head: Commit | null;
  readonly imported: readonly ImportedSource[];
  /** Of finding the tables. */
  readonly warnings: readonly string[];
}

async function commitImport(ready: ReadyImport): Promise<ImportResult> {
  const { workspace, scratch, request, head, imported } = ready;
  request.onProgress({ step: 'joining', file: null, done: null });
  const states = nextSources(head, imported);
  const merged = await mergeSources(scratch, states);
  request.onProgress({ step: 'describing', file: null, done: null });
  const before = head?.snapshot ?? null;
  const fields = await describeFields(scratch, merged, { on: request.at.slice(0, 10), before });
  const snapshot = snapshotOf(merged.tables, fields);
  const changes = await compareTables(scratch, before, snapshot);
  const sources = withReports(states, merged);
  const kept = keptQuarantine(head, request, imported);
  const quarantine = await writeQuarantine(scratch, kept, quarantines(imported));
  request.onProgress({ step: 'saving', file: null, done: null });
  const what = whatOf(request, imported);
  const change = { parent: head?.id ?? null, what, at: request.at, snapshot, sources, quarantine };
  const commit = request.dryRun ? null : await workspace.store.commit(change);
  await workspace.store.sweep();
  const warnings = [...ready.warnings, ...warningsOf(sources, imported), ...merged.warnings];
  return { ...summaryOf(ready, { snapshot, sources }), commit: commit?.id ?? null, changes, warnings };
}

function summaryOf(
  { request, imported }: ReadyImport,
  { snapshot, sources }: { readonly snapshot: Snapshot; readonly sources: readonly SourceState[] },
): Omit<ImportResult, 'commit' | 'changes' | 'warnings'> {
  const tables = Object.entries(snapshot.tables) as [TableName, TableRef][];
  return {
    kind: 'import',
    dryRun: request.dryRun,
    snapshot: snapshot.id,
    files: imported.map(({ report }) => report),
    tables: tables.map(([table, { rows }]) => ({ table, rows })),
    joins: sources.flatMap(({ name, joins }) => joins.map((join) => ({ source: name, ...join }))),
    absences: absencesOf(sources),
    disagreements: sources.flatMap(({ disagreements }) => disagreements),
  };
}

/** Known sources keep their place, so that made-up ids stay what they are. */
function nextSources(head: Commit | null, imported: readonly ImportedSource[]): readonly SourceState[] {
  const states = new Map((head?.sources ?? []).map((source) => [source.name, source]));
  for (const { state } of imported) states.set(state.name, state);
  return [...states.values()];
}

function whatOf({ retry }: ImportRequest, imported: readonly ImportedSource[]): string {
  const names = imported.map(({ state }) => state.name).join(' ');
  return retry === undefined ? `import ${names}` : `correct rows of ${names}`;
}

function keptQuarantine(head: Commit | null, request: ImportRequest, imported: readonly ImportedSource[]) {
  const ref = head?.quarantine ?? null;
  if (ref === null) return null;
  const { append, retry = null } = request;
  return { ref, without: append ? [] : imported.map(({ state }) => state.name), retry };
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
