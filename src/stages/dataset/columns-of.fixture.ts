import type { ColumnProfile, TextCount } from './column-profile.ts';
import { guessMapping, type MappingRequest } from './guess-mapping.ts';
import { profileColumn } from './profile-column.ts';
import type { FileMapping } from './types.ts';

/** Distinct texts with their counts. */
export function countTexts(texts: readonly string[]): readonly TextCount[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** The profiles of a small file, written as its columns. */
export function columnsOf(file: Readonly<Record<string, readonly string[]>>): readonly ColumnProfile[] {
  return Object.entries(file).map(([header, texts]) =>
    profileColumn(header, countTexts(texts), texts.length),
  );
}

/** A request for a file of which nothing is known. */
export function requestFor(
  columns: readonly ColumnProfile[],
  rest: Partial<MappingRequest> = {},
): MappingRequest {
  const nothing = {
    known: { fields: [], columns: [] },
    remembered: null,
    as: null,
    key: null,
    overrides: [],
  };
  return { file: 'file.csv', columns, ...nothing, ...rest };
}

/** Where each column of a mapping goes: `table.field`, with `*` for an attribute of one's own, `-` for left out. */
export function placesOf(mapping: FileMapping): Readonly<Record<string, string>> {
  const place = (column: FileMapping['columns'][number]) =>
    column.ignored ? '-' : `${column.table}.${column.field}${column.custom ? '*' : ''}`;
  return Object.fromEntries(mapping.columns.map((column) => [column.column, place(column)]));
}

/** The places that a small file is guessed to fill. */
export function guessPlaces(
  file: Readonly<Record<string, readonly string[]>>,
  rest: Partial<MappingRequest> = {},
): Readonly<Record<string, string>> {
  return placesOf(guessMapping(requestFor(columnsOf(file), rest)));
}
