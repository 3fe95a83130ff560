import { basename } from 'node:path';
import { BestfitError } from '../base/errors/index.ts';
import { column, parquet, select } from '../base/sql/index.ts';
import type { JobProblem } from '../edges/store/index.ts';
import type { ColumnMapping, FileMapping } from '../stages/dataset/index.ts';
import { type ImportRequest, type MappedTable, mapFiles, nothingSaid, Scratch } from './import/index.ts';
import { toProblem } from './to-problem.ts';
import type { Workspace } from './workspace.ts';

/** Rows that are looked at for samples, and how many different values of a column are shown. */
const rowsLooked = 200;
const samples = 4;
const longestSample = 80;

/** Where one column would go. */
export interface ColumnPreview
  extends Pick<
    ColumnMapping,
    | 'column'
    | 'table'
    | 'field'
    | 'custom'
    | 'ignored'
    | 'kind'
    | 'unit'
    | 'confidence'
    | 'decidedBy'
    | 'why'
    | 'asks'
  > {
  /** A few different values, as the file has them. */
  readonly samples: readonly string[];
}

/** How one file would be read. */
export interface FilePreview {
  readonly name: string;
  readonly path: string;
  readonly connector: string;
  readonly how: string;
  readonly rows: number;
  readonly as: FileMapping['as'];
  /** How sure it is what the file is, 0 to 1. */
  readonly confidence: number;
  readonly lookupKey: string | null;
  readonly columns: readonly ColumnPreview[];
  readonly warnings: readonly string[];
  /** True when a source of that name is there already: its rows are replaced. */
  readonly known: boolean;
}

/** A file that cannot be brought in, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly problem: JobProblem;
}

/** How files would be read, before anything is. */
export interface FilesPreview {
  readonly kind: 'preview';
  readonly files: readonly FilePreview[];
  /** Those among several that are broken: the others can be brought in without them. */
  readonly refused: readonly RefusedFile[];
  readonly warnings: readonly string[];
}

/**
 * Says what files are and where each of their columns would go, with sample values, in a fraction of the time that
 * importing them takes: rows are counted and a sample is looked at. Nothing is changed. A file that is refused does not
 * keep the others from being shown.
 */
export async function previewFiles(workspace: Workspace, request: ImportRequest): Promise<FilesPreview> {
  try {
    return await previewAll(workspace, request);
  } catch (error) {
    if (request.paths.length < 2 || !isRefusal(error)) throw error;
    const refused = await refusedAlone(workspace, request);
    const left = request.paths.filter((path) => !refused.has(path));
    if (left.length === 0 || refused.size === 0) throw error;
    const preview = await previewAll(workspace, { ...request, paths: left });
    const told = [...refused].map(([path, problem]) => ({ name: basename(path), problem }));
    return { ...preview, refused: told };
  }
}

/** What is wrong with the files themselves. */
function isRefusal(error: unknown): boolean {
  return error instanceof BestfitError && error.code.startsWith('input.');
}

/** The paths that are refused by themselves, each with its problem. */
async function refusedAlone(
  workspace: Workspace,
  request: ImportRequest,
): Promise<ReadonlyMap<string, JobProblem>> {
  const refused = new Map<string, JobProblem>();
  for (const path of request.paths) {
    try {
      await previewAll(workspace, { ...request, paths: [path], maps: [], choices: nothingSaid });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.set(path, toProblem(error));
    }
  }
  return refused;
}

async function previewAll(workspace: Workspace, request: ImportRequest): Promise<FilesPreview> {
  const scratch = new Scratch(workspace);
  try {
    const { files, warnings } = await mapFiles(scratch, request, await workspace.store.head());
    const previews: FilePreview[] = [];
    for (const file of files) previews.push(await previewOf(scratch, file));
    return { kind: 'preview', files: previews, refused: [], warnings };
  } finally {
    await scratch.dispose();
  }
}

async function previewOf(scratch: Scratch, file: MappedTable): Promise<FilePreview> {
  const { name, path, connector, table, mapping, previous } = file;
  const values = await sampleValues(scratch, file);
  return {
    name,
    path,
    connector: connector.name,
    how: table.how,
    rows: table.rows,
    as: mapping.as,
    confidence: mapping.confidence,
    lookupKey: mapping.lookupKey,
    columns: mapping.columns.map((each) => columnOf(each, values.get(each.column) ?? [])),
    warnings: table.warnings,
    known: previous !== null,
  };
}

function columnOf(mapping: ColumnMapping, shown: readonly string[]): ColumnPreview {
  const { column: header, table, field, custom, ignored, kind, unit } = mapping;
  const { confidence, decidedBy, why, asks } = mapping;
  const place = { column: header, table, field, custom, ignored, kind, unit };
  return { ...place, confidence, decidedBy, why, asks, samples: shown };
}

/** A few different values of each column, by its header. */
async function sampleValues(
  { engine }: Scratch,
  { table, slices }: MappedTable,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const path of new Set(slices.values())) {
    const names = table.columns.filter((each) => slices.get(each) === path);
    const columns = names.map((each) => column(each));
    const from = parquet(path);
    const rows = await engine.rows(select({ columns, from, limit: rowsLooked }));
    for (const each of names) {
      const texts = rows.map((row) => row[each]).filter((text) => typeof text === 'string');
      const different = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
      const header = table.headers[table.columns.indexOf(each)] as string;
      found.set(header, different.slice(0, samples).map(shortened));
    }
  }
  return found;
}

function shortened(text: string): string {
  return text.length <= longestSample ? text : `${text.slice(0, longestSample)}…`;
}
