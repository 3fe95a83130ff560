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
  type OrderTerm,
  parquet,
  type SqlRelation,
  type SqlSelect,
  select,
} from '../../base/sql/index.ts';
import type { FoundTable, OpenedFile, StagedFile } from '../../edges/connectors/index.ts';
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
import { countTexts, SMALL } from './count-texts.ts';
import { isOpened } from './is-opened.ts';
import type { Scratch } from './scratch.ts';
import type { ColumnSlices } from './slice-columns.ts';
import { stagedRows } from './staged-rows.ts';
import type { ImportRequest } from './types.ts';

/** Rows that a column is judged by, and different texts of them; every row is parsed all the same. */
const SAMPLE_ROWS = 20_000;
const MOST_TEXTS = 1_000;
/** Of more different texts, a column is judged by so many of the commonest and as many of all others. */
const PART = 250;

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
    readonly found: OpenedFile | StagedFile;
    readonly slices: ColumnSlices;
    readonly context: MappingContext;
  },
): Promise<GuessedFile> {
  const { table, choices, found, slices, context } = given;
  const { profiles, repetitive } = await profileColumns(scratch, found, slices);
  const synced = request.synced?.[table.source];
  const mapping = guessMapping({
    file: table.source,
    columns: profiles,
    known: { fields: context.fields, columns: context.columns },
    remembered: context.previous?.mapping ?? null,
    as: choices.as ?? synced?.as ?? null,
    key: choices.key,
    overrides: request.maps.filter(
      ({ column: header, file = table.source }) => file === table.source && found.headers.includes(header),
    ),
  });
  const { lookupKey } = mapping;
  if (mapping.as === 'lookup' && (lookupKey === null || !found.headers.includes(lookupKey))) {
    throw new BestfitError('input.lookup-key', {
      file: table.location,
      key: lookupKey ?? '',
      columns: found.headers,
    });
  }
  const isKnown = synced !== undefined && synced.as !== null && choices.as === null;
  return { mapping: isKnown ? { ...mapping, why: synced.why } : mapping, repetitive };
}

async function profileColumns(
  scratch: Scratch,
  found: OpenedFile | StagedFile,
  slices: ColumnSlices,
): Promise<{ readonly profiles: readonly ColumnProfile[]; readonly repetitive: ReadonlySet<string> }> {
  const profiles: ColumnProfile[] = [];
  const repetitive = new Set<string>();
  const headers = new Map(found.columns.map((name, index) => [name, found.headers[index] as string]));
  for (const path of new Set(slices.values())) {
    const columns = found.columns.filter((name) => slices.get(name) === path);
    const rows = isOpened(found) ? found.sampled : found.rows;
    const sample = await sampleRows(scratch, { path, columns, rows });
    const counted = rows > SMALL ? null : await countTexts(scratch, textsOf(sample, columns), MOST_TEXTS);
    for (const name of columns) {
      const all = counted?.get(name) ?? null;
      const { values, isAll } =
        all === null ? await judgedTexts(scratch, sample, name) : { values: all, isAll: true };
      const header = headers.get(name) as string;
      profiles.push(profileColumn(header, values, found.rows));
      if (isAll && found.rows >= SAMPLE_ROWS) repetitive.add(header);
    }
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
  return scratch.keep({ ...textsOf(stagedRows({ path }), columns), where });
}

function textsOf(from: SqlRelation, columns: readonly string[]): SqlSelect {
  return select({ columns: columns.map((name) => column(name)), from });
}

/**
 * The texts that a column is judged by. The commonest alone would not do for a column of many: a thousand short forms
 * (`1.2k`) can hide how its other numbers are written.
 */
async function judgedTexts(
  { engine }: Scratch,
  from: SqlRelation,
  name: string,
): Promise<{ readonly values: readonly TextCount[]; readonly isAll: boolean }> {
  const texts = async (order: readonly OrderTerm[], limit: number): Promise<readonly TextCount[]> => {
    const columns = [named(column(name), 'value'), named(count(), 'rows')];
    const where = isNotNull(column(name));
    const query = select({ columns, from, where, groupBy: [column(name)], orderBy: order, limit });
    return (await engine.rows(query)).map(({ value, rows }) => ({
      value: String(value),
      count: Number(rows),
    }));
  };
  const commonest = await texts([desc(count()), asc(column(name))], MOST_TEXTS);
  if (commonest.length < MOST_TEXTS) return { values: commonest, isAll: true };
  const first = commonest.slice(0, PART);
  const known = new Set(first.map(({ value }) => value));
  const spread = await texts([asc(call('hash', column(name)))], 2 * PART);
  const others = spread.filter(({ value }) => !known.has(value)).slice(0, PART);
  return { values: [...first, ...others], isAll: false };
}
