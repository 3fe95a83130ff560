import { BestfitError } from '../../../base/errors/index.ts';
import {
  column,
  type Engine,
  isIn,
  numberedParquet,
  type SourceRow,
  select,
} from '../../../base/sql/index.ts';
import { encodingLabel } from '../encoding-label.ts';
import type { FileConnector, FileRequest, StagedFile } from '../types.ts';
import { checkFile, type JsonFile } from './check-file.ts';
import { ColumnTree } from './column-tree.ts';
import { documentRecords, type RecordSink } from './document-records.ts';
import { findLayout } from './find-layout.ts';
import { lineRecords } from './line-records.ts';
import { nameHeaders } from './name-headers.ts';
import { SetAside } from './set-aside.ts';

/** Reads JSON documents: the answers of web services, the exports of databases. */
export const jsonConnector: FileConnector = {
  name: 'json',
  extensions: ['.json'],
  parts: listNames,
  stage: async (engine, file) => {
    const text = await checkFile(file.path);
    return stageRecords(engine, file, await placeOf(text, file.part));
  },
  open: null,
};

/** Reads files with one JSON record on each line. */
export const jsonLinesConnector: FileConnector = {
  name: 'json-lines',
  extensions: ['.jsonl', '.ndjson'],
  parts: null,
  stage: async (engine, file) => {
    return stageRecords(engine, file, linesPlace(await checkFile(file.path)));
  },
  open: null,
};

/** Where the records of a file stand, and how it was read, for people. */
interface RecordPlace {
  readonly how: string;
  readonly read: (sink: RecordSink) => AsyncIterable<readonly SourceRow[]>;
}

async function listNames(path: string): Promise<readonly string[]> {
  const layout = await findLayout(await checkFile(path));
  return layout.kind === 'lists' ? layout.names.filter((name) => name !== '') : [];
}

async function placeOf(file: JsonFile, part: string | null): Promise<RecordPlace> {
  if (part !== null) return listPlace(file, part);
  const layout = await findLayout(file);
  if (layout.kind === 'lines') return linesPlace(file);
  if (layout.kind === 'records') return listPlace(file, null);
  const [name = '', ...others] = layout.names;
  if (others.length > 0)
    throw new BestfitError('input.unknown-part', { file: file.path, part: '', parts: layout.names });
  return listPlace(file, name);
}

function linesPlace(file: JsonFile): RecordPlace {
  return {
    how: `JSON lines, ${encodingLabel(file.encoding)}`,
    read: (sink) => lineRecords(file, sink),
  };
}

function listPlace(file: JsonFile, list: string | null): RecordPlace {
  const label = encodingLabel(file.encoding);
  return {
    how: list ? `JSON, the list \`${list}\`, ${label}` : `JSON, ${label}`,
    read: (sink) => documentRecords(file, list, sink),
  };
}

/** Reads a second time only when a value in a list holds the mark that was to stand between them. */
async function stageRecords(
  engine: Engine,
  { path, to }: FileRequest,
  { how, read }: RecordPlace,
): Promise<StagedFile> {
  const columns = new ColumnTree(path);
  const pass = async () => {
    const aside = new SetAside();
    const { rows } = await engine.stageRows(read({ columns, aside }), to);
    return { rows, aside };
  };
  let { rows, aside } = await pass();
  if (columns.settleMarks()) ({ rows, aside } = await pass());
  const nodes = columns.columns();
  if (rows + aside.total === 0 || (rows > 0 && nodes.length === 0))
    throw new BestfitError('input.no-rows', { file: path, columns: 0 });
  return {
    path: to,
    headers: nameHeaders(nodes.map((node) => node.path)),
    columns: nodes.map(({ index }) => `c${index + 1}`),
    rows,
    rejected: aside.lines,
    rejectedTotal: aside.total,
    how,
    warnings: [],
    lineOf: (wanted) => linesOf(engine, to, wanted),
  };
}

async function linesOf(
  engine: Engine,
  staged: string,
  wanted: readonly number[],
): Promise<readonly number[]> {
  if (wanted.length === 0) return [];
  const found = await engine.rows(
    select({
      columns: [column('__row'), column('__line')],
      from: numberedParquet(staged, { rowNumber: '__row' }),
      where: isIn(column('__row'), wanted, 'integer'),
    }),
  );
  const lines = new Map(found.map((row) => [Number(row.__row), Number(row.__line)]));
  return wanted.map((row) => lines.get(row) ?? row);
}
