import type { ColumnPreview, FilePreview, KnownField } from '../../api/generated/types.gen.ts';

/** Leaves a column out. */
export const leftOut = '-';

/** Where a column goes, as the API takes it. */
export function placeOf({ table, field, ignored }: ColumnPreview): string {
  return ignored ? leftOut : `${table}.${field}`;
}

/** A name for an attribute of one's own, from the header. */
export function ownName(column: string): string {
  const plain = column
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return plain === '' ? 'attribute' : plain;
}

/** A group of places to choose from. */
export interface PlaceGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** What is needed to name places. */
export interface PlaceWords {
  readonly leaveOut: string;
  readonly own: (name: string) => string;
  readonly thisColumn: string;
  readonly table: (table: string) => string;
  readonly field: (field: KnownField) => string;
}

/** Tables that a file can fill, the one of its own rows first. */
export function placesFor(
  { as, columns }: FilePreview,
  fields: readonly KnownField[],
  words: PlaceWords,
): readonly PlaceGroup[] {
  const own = as === 'lookup' ? 'accounts' : as;
  const used = columns.map(({ table }) => table as string);
  const order = [own, 'accounts', 'customers', 'deals', ...used];
  const tables = [...new Set(order)].filter((table) => fields.some((field) => field.table === table));
  return tables.map((table) => ({
    group: words.table(table),
    items: fields
      .filter((field) => field.table === table)
      .map((field) => ({ value: `${table}.${field.name}`, label: words.field(field) })),
  }));
}

/** What can be said of one column: left out, an attribute of one's own, or any field. */
export function choicesFor(
  column: ColumnPreview,
  groups: readonly PlaceGroup[],
  words: PlaceWords,
): readonly PlaceGroup[] {
  const isKnown = (value: string) => groups.some(({ items }) => items.some((item) => item.value === value));
  const own =
    column.custom && !column.ignored ? placeOf(column) : `${column.table}.${ownName(column.column)}`;
  const items = [
    { value: leftOut, label: words.leaveOut },
    ...(isKnown(own) ? [] : [{ value: own, label: words.own(own.slice(own.indexOf('.') + 1)) }]),
  ];
  return [{ group: words.thisColumn, items }, ...groups];
}
