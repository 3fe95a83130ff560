import {
  type ColumnOverride,
  type Field,
  type FileKind,
  type SourceState,
  type TableName,
  writeAbsence,
} from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { FieldDecision, Spelling } from '../fields/index.ts';
import { quoteArgument } from '../quote-argument.ts';
import type { Fix } from './types.ts';

const mostMerges = 10;

/** Nothing mends it. */
export const noFix: Fix = { fix: null, action: null };

/** The rows set aside, to be corrected. */
export function setAsideFix(source: string): Fix {
  return {
    fix: 'bestfit export quarantine --to quarantine.csv',
    action: { kind: 'mend-rows', source },
  };
}

/** A decision about one field; in the command the table is named where the name alone would not do. */
export function fieldFix(
  data: Pick<CurrentData, 'fields'>,
  { table, name }: Pick<Field, 'table' | 'name'>,
  decision: FieldDecision,
): Fix {
  return {
    fix: `${fieldCommand(data, { table, name })} ${optionsOf(decision).join(' ')}`,
    action: { kind: 'set-field', table, field: name, decision },
  };
}

/** Which currency sums are in, of which nobody knows it; null where no other sum of the field suggests one. */
export function currencyFix(
  data: Pick<CurrentData, 'fields'>,
  { table, name }: Pick<Field, 'table' | 'name'>,
  suggested: string | null,
): Fix {
  return {
    fix: `${fieldCommand(data, { table, name })} --currency ${suggested ?? 'CODE'}`,
    action: { kind: 'say-currency', table, field: name, suggested },
  };
}

function fieldCommand(
  { fields }: Pick<CurrentData, 'fields'>,
  { table, name }: { readonly table: TableName; readonly name: string },
): string {
  const shared = fields.some((other) => other.name === name && other.table !== table);
  return `bestfit field ${name}${shared ? ` --table ${table}` : ''}`;
}

/** A decision as the options of `bestfit field`. */
function optionsOf(decision: FieldDecision): readonly string[] {
  const { known, merge, between, unknown, times, source, from, one, absent } = decision;
  const each = (option: string, values: readonly string[] = []) =>
    values.map((value) => `--${option} ${quoteArgument(value)}`);
  return [
    ...each('known', known === undefined ? [] : [known]),
    ...each(
      'absent',
      absent?.map(({ value }) => writeAbsence(value)),
    ),
    ...each(
      'merge',
      merge?.map(({ from: old, to }) => `${old}=${to}`),
    ),
    ...(between === undefined ? [] : [`--between ${between.low ?? ''}..${between.high ?? ''}`]),
    ...each('unknown', unknown?.map(String)),
    ...each('times', times === undefined ? [] : [String(times)]),
    ...each('from', from),
    ...each('one', one),
    ...each('source', source === undefined ? [] : [source]),
  ];
}

/** What a person says of a file when it is read again. */
interface ReadAgain {
  readonly maps?: readonly ColumnOverride[];
  readonly as?: FileKind;
  readonly repeats?: 'drop';
}

/** One file, read again under a decision; a dated file keeps its day. */
export function importFix(
  { name, observedOn }: Pick<SourceState, 'name' | 'observedOn'>,
  { maps = [], as, repeats }: ReadAgain,
): Fix {
  const options = [
    ...maps.map(({ column, field }) => `--map ${quoteArgument(`${column}=${field}`)}`),
    ...(as === undefined ? [] : [`--as ${as}`]),
    ...(repeats === undefined ? [] : [`--repeats ${repeats}`]),
    ...(observedOn === null ? [] : [`--observed-on ${observedOn}`]),
  ];
  return {
    fix: `bestfit import ${quoteArgument(name)} ${options.join(' ')}`,
    action: {
      kind: 'import-again',
      source: name,
      observedOn,
      maps: maps.map(({ column, field }) => ({ column, field, file: name })),
      as: as ?? null,
      repeats: repeats ?? null,
    },
  };
}

/** Columns that are left out of a file. */
export function leftOut(columns: readonly string[]): readonly ColumnOverride[] {
  return columns.map((column) => ({ column, field: '-' }));
}

/** Leaves the column of an attribute out; nothing where no file, or more than one, fills it. */
export function leaveOutFix(
  { commit }: Pick<CurrentData, 'commit'>,
  { table, name, custom, sources }: Field,
): Fix {
  const [source, ...others] = commit.sources.filter((each) => sources.includes(each.name));
  if (!custom || source === undefined || others.length > 0) return noFix;
  const columns = source.mapping.columns.filter(
    (column) =>
      !column.ignored && column.field === name && (source.lookup !== null || column.table === table),
  );
  const headers = columns.map(({ column }) => column);
  return headers.length === 0 ? noFix : importFix(source, { maps: leftOut(headers) });
}

/** Writes spellings as others, ten at most: nothing when none can be written so in a command. */
export function mergeFix(
  data: Pick<CurrentData, 'fields'>,
  field: Pick<Field, 'table' | 'name'>,
  pairs: readonly Spelling[],
): Fix {
  const merge = pairs.filter(({ from }) => !from.includes('=')).slice(0, mostMerges);
  return merge.length === 0 ? noFix : fieldFix(data, field, { merge });
}
