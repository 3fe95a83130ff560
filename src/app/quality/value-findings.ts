import {
  asc,
  column,
  count,
  desc,
  isNotNull,
  isNull,
  named,
  parquet,
  select,
  unnest,
} from '../../base/sql/index.ts';
import {
  disguisedBlanks,
  type Field,
  groupSpellings,
  knownWords,
  nearDuplicates,
  type QualityColumn,
  type TextCount,
} from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { mergeFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { spreadsheetDates } from './spreadsheet-dates.ts';
import { toFinding, withFix } from './to-finding.ts';
import type { Finding, Fix } from './types.ts';

/** Different values of one field that are compared with each other, at most: the commonest. */
const mostValues = 5_000;
const shown = 5;

type Mend = (pairs: readonly { readonly from: string; readonly to: string }[]) => Fix;

/** Spellings of one value, words that stand for nothing, bands become dates, in a field of categories. */
export async function valueFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  if (field.kind !== 'category' && field.kind !== 'set') return [];
  const values = await readValues(workspace, data, field);
  const leftEmpty = await countLeftEmpty(workspace, data, field);
  const read = { table: field.table, field: field.name, values, of: field.coverage.known, leftEmpty };
  const mend: Mend = (pairs) => mergeFix(data, field, pairs);
  return [...spellings(read, mend), ...blanks(read, mend), ...bands(read, mend)];
}

function spellings(read: QualityColumn, mend: Mend): readonly Finding[] {
  const found = nearDuplicates(read);
  if (found === null) return [];
  const groups = groupSpellings(read.values, knownWords(read.field));
  const twins = groups.flatMap(({ suggested, spellings: [, ...others] }) =>
    others.map(({ value }) => ({ from: value, to: suggested })),
  );
  const message = `${groups.length} ${groups.length === 1 ? 'value' : 'values'} of \`${read.field}\` in several spellings: what belongs together is counted apart`;
  return withFix({ ...found, message }, mend(twins));
}

function blanks(read: QualityColumn, mend: Mend): readonly Finding[] {
  const alone = (each: TextCount) => disguisedBlanks({ ...read, values: [each] }) !== null;
  const pairs = read.values.filter(alone).map(({ value }) => ({ from: value, to: '' }));
  return withFix(disguisedBlanks(read), mend(pairs));
}

function bands({ table, field, values, of }: QualityColumn, mend: Mend): readonly Finding[] {
  const found = spreadsheetDates(values);
  if (found.length === 0) return [];
  const rows = found.reduce((sum, each) => sum + each.count, 0);
  const examples = found
    .slice(0, shown)
    .map(({ value, was, count: times }) => `\`${value}\` (${inWords(times)}) was probably \`${was}\``);
  const message = `${shareWords(rows, of)} values of \`${field}\` look like bands that a spreadsheet took for dates`;
  const fix = mend(found.map(({ value, was }) => ({ from: value, to: was })));
  const said = {
    code: 'spreadsheet-dates',
    params: { count: rows, of, field },
    examples: found.slice(0, shown).map(({ value, was, count: times }) => ({ value, was, rows: times })),
  };
  return [
    toFinding({ kind: 'spreadsheet-dates', table, field, count: rows, of, examples, said, message, ...fix }),
  ];
}

/** The catalog lists the 200 commonest values; misspellings are among the rare ones. */
async function readValues(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly TextCount[]> {
  if (field.values.length >= field.distinct) return field.values;
  const table = data.tables[field.table];
  if (table === undefined) return [];
  const listed = field.kind === 'set';
  const value = column(listed ? 'element' : field.name);
  const rows = await workspace.engine.rows(
    select({
      columns: [named(value, 'value'), named(count(), 'rows')],
      from: listed ? unnest(table, { of: column(field.name), as: 'element', alias: 'u' }) : table,
      where: isNotNull(value),
      groupBy: [value],
      orderBy: [desc(count()), asc(value)],
      limit: mostValues,
    }),
  );
  return rows.map((row) => ({ value: String(row.value), count: Number(row.rows) }));
}

/** Rows for which the files that fill a field leave it empty: rows of other files say nothing of that. */
async function countLeftEmpty(
  { engine, store }: Workspace,
  { commit }: CurrentData,
  { table, name, sources }: Field,
): Promise<number> {
  const refs = commit.sources
    .filter((source) => source.lookup === null && sources.includes(source.name))
    .flatMap(({ parts }) => parts[table] ?? []);
  const counts = await Promise.all(
    refs.map((ref) =>
      engine.rows(
        select({
          columns: [named(count(), 'rows')],
          from: parquet(store.filePath(ref)),
          where: isNull(column(name)),
        }),
      ),
    ),
  );
  return counts.reduce((sum, [row]) => sum + Number(row?.rows ?? 0), 0);
}
