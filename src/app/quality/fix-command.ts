import type { Field, SourceState } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { quoteArgument } from '../quote-argument.ts';

const mostMerges = 10;

/** A `bestfit field` command for one field; the table is named where the name alone would not do. */
export function fieldCommand(
  data: Pick<CurrentData, 'fields'>,
  field: Pick<Field, 'table' | 'name'>,
  options: string,
): string {
  const shared = data.fields.some((other) => other.name === field.name && other.table !== field.table);
  const table = shared ? ` --table ${field.table}` : '';
  return `bestfit field ${field.name}${table} ${options}`;
}

/** A `bestfit import` command that reads one file again under a decision; a dated file keeps its day. */
export function importCommand(
  { name, observedOn }: Pick<SourceState, 'name' | 'observedOn'>,
  options: string,
): string {
  const day = observedOn === null ? '' : ` --observed-on ${observedOn}`;
  return `bestfit import ${quoteArgument(name)} ${options}${day}`;
}

/** `--map` options that leave columns out of a file. */
export function leaveOutOptions(columns: readonly string[]): string {
  return columns.map((column) => `--map ${quoteArgument(`${column}=-`)}`).join(' ');
}

/** The command that leaves the column of an attribute out; null where no file, or more than one, fills it. */
export function leaveOutCommand(
  { commit }: Pick<CurrentData, 'commit'>,
  { table, name, custom, sources }: Field,
): string | null {
  const [source, ...others] = commit.sources.filter((each) => sources.includes(each.name));
  if (!custom || source === undefined || others.length > 0) return null;
  const columns = source.mapping.columns.filter(
    (column) =>
      !column.ignored && column.field === name && (source.lookup !== null || column.table === table),
  );
  const headers = columns.map(({ column }) => column);
  return headers.length === 0 ? null : importCommand(source, leaveOutOptions(headers));
}

/** `--merge` options for pairs of spellings, ten at most; null when none can be written so. */
export function mergeOptions(
  pairs: readonly { readonly from: string; readonly to: string }[],
): string | null {
  const written = pairs
    .filter(({ from }) => !from.includes('='))
    .slice(0, mostMerges)
    .map(({ from, to }) => `--merge ${quoteArgument(`${from}=${to}`)}`);
  return written.length === 0 ? null : written.join(' ');
}
