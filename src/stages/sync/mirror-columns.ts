import type { ColumnInfo } from '../../base/sql/index.ts';
import type { MirrorShape } from './types.ts';

/** The column of the field at a place of the shape. */
export function valueColumn(place: number): string {
  return `v${place + 1}`;
}

/** The column of the linked stream at a place of the shape: ids joined by `;`, null where nobody looked. */
export function linkColumn(place: number): string {
  return `to${place + 1}`;
}

/** Columns of a mirror: one row per record. `seen_at` is the start of the sync that last brought something new. */
export function mirrorColumns(shape: MirrorShape): readonly ColumnInfo[] {
  return texts(['id', 'modified_at', 'seen_at', ...contentColumns(shape)]);
}

/** Columns of a delta: what one part of a sync brought, in the order of `seq`. `what` is record, links or gone. */
export function deltaColumns(shape: MirrorShape): readonly ColumnInfo[] {
  return [
    { name: 'seq', type: 'integer' },
    ...texts(['what', 'how', 'into', 'id', 'modified_at', 'seen_at', ...contentColumns(shape)]),
  ];
}

/** The links and values, in that order. */
export function contentColumns({ fields, links }: MirrorShape): readonly string[] {
  return [...links.map((_, place) => linkColumn(place)), ...fields.map((_, place) => valueColumn(place))];
}

function texts(names: readonly string[]): readonly ColumnInfo[] {
  return names.map((name) => ({ name, type: 'text' }));
}
