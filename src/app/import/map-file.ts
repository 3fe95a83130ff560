import { BestfitError } from '../../base/errors/index.ts';
import {
  asc,
  call,
  column,
  count,
  desc,
  divide,
  eq,
  integer,
  isNotNull,
  multiply,
  named,
  parquet,
  type SqlRelation,
  select,
} from '../../base/sql/index.ts';
import type { FoundTable, StagedFile } from '../../edges/connectors/index.ts';
import {
  type ColumnMapping,
  type ColumnProfile,
  type Field,
  type FileMapping,
  guessMapping,
  profileColumn,
  ROW,
  type SourceState,
  type TextCount,
} from '../../stages/dataset/index.ts';
import type { TableChoices } from './choices-for.ts';
import type { Scratch } from './scratch.ts';
import type { ColumnSlices } from './slice-columns.ts';
import { stagedRows } from './staged-rows.ts';
import type { ImportRequest } from './types.ts';

/** Rows and different texts that a column is judged by; every row is parsed all the same. */
const SAMPLE_ROWS = 20_000;
const MOST_TEXTS = 1_000;

/** What is known of the workspace before a file is mapped. */
export interface MappingContext {
  readonly fields: readonly Field[];
  /** Columns that other sources were read from, those of this import included. */
  readonly columns: readonly ColumnMapping[];
  readonly previous: SourceState | null;
}

/** What a staged file is and where each of its columns goes. */
export interface GuessedFile {
  readonly mapping: FileMapping;
  /** Headers of the columns of a large file in whose sample few texts come again and again. */
  readonly repetitive: ReadonlySet<string>;
}

/** Says what a staged file is and where each of its columns goes. */
export async function mapFile(
  scratch: Scratch,
  request: ImportRequest,
  given: {
    readonly table: FoundTable;
    readonly choices: TableChoices;
    readonly staged: StagedFile;
    readonly slices: ColumnSlices;
    readonly context: MappingContext;
  },
): Promise<GuessedFile> {
  const { table, choices, staged, slices, context } = given;
  const { profiles, repetitive } = await profileColumns(scratch, staged, slices);
  const mapping = guessMapping({
    file: table.source,
    columns: profiles,
    known: { fields: context.fields, columns: context.columns },
    remembered: context.previous?.mapping ?? null,
    as: choices.as,
    key: choices.key,
    overrides: request.maps.filter((override) => staged.headers.includes(override.column)),
  });
  const { lookupKey } = mapping;
  if (mapping.as === 'lookup' && (lookupKey === null || !staged.headers.includes(lookupKey))) {
    throw new BestfitError('input.lookup-key', {
      file: table.location,
      key: lookupKey ?? '',
      columns: staged.headers,
    });
  }
  return { mapping, repetitive };
}

async function profileColumns(
  scratch: Scratch,
  staged: StagedFile,
  slices: ColumnSlices,
): Promise<{ readonly profiles: readonly ColumnProfile[]; readonly repetitive: ReadonlySet<string> }> {
  const samples = new Map<string, SqlRelation>();
  for (const path of new Set(slices.values())) {
    const columns = staged.columns.filter((name) => slices.get(name) === path);
    samples.set(path, await sampleRows(scratch, { path, columns, rows: staged.rows }));
  }
  const profiles: ColumnProfile[] = [];
  const repetitive = new Set<string>();
  for (const [index, header] of staged.headers.entries()) {
    const name = staged.columns[index] as string;
    const sample = samples.get(slices.get(name) as string) as SqlRelation;
    const values = await commonestTexts(scratch, sample, name);
    profiles.push(profileColumn(header, values, staged.rows));
    if (values.length < MOST_TEXTS && staged.rows >= SAMPLE_ROWS) repetitive.add(header);
  }
  return { profiles, repetitive };
}

/** All rows of a small file; of a large one, rows at even distances. */
async function sampleRows(
  scratch: Scratch,
  { path, columns, rows }: Pick<StagedFile, 'path' | 'columns' | 'rows'>,
): Promise<SqlRelation> {
  const every = Math.floor(rows / SAMPLE_ROWS);
  if (every < 2) return parquet(path);
  const whole = multiply(call('floor', divide(column(ROW), integer(every))), integer(every));
  const where = eq(whole, column(ROW));
  return scratch.keep(
    select({ columns: columns.map((name) => column(name)), from: stagedRows({ path }), where }),
  );
}

async function commonestTexts(
  scratch: Scratch,
  from: SqlRelation,
  name: string,
): Promise<readonly TextCount[]> {
  const rows = await scratch.engine.rows(
    select({
      columns: [named(column(name), 'value'), named(count(), 'rows')],
      from,
      where: isNotNull(column(name)),
      groupBy: [column(name)],
      orderBy: [desc(count()), asc(column(name))],
      limit: MOST_TEXTS,
    }),
  );
  return rows.map(({ value, rows: times }) => ({ value: String(value), count: Number(times) }));
}
