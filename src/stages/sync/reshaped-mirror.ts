import { column, named, nullOf, type SqlRelation, select, subquery } from '../../base/sql/index.ts';
import { linkColumn, valueColumn } from './mirror-columns.ts';
import type { MirrorShape } from './types.ts';

/** A mirror under the columns of another shape: fields and links that it does not have are unknown. */
export function reshapedMirror(
  mirror: SqlRelation,
  { from, to, alias }: { readonly from: MirrorShape; readonly to: MirrorShape; readonly alias: string },
): SqlRelation {
  const cell = (place: number, name: (at: number) => string) =>
    place === -1 ? nullOf('text') : column(name(place));
  return subquery(
    select({
      columns: [
        ...['id', 'modified_at', 'seen_at'].map((name) => named(column(name), name)),
        ...to.links.map((stream, at) => named(cell(from.links.indexOf(stream), linkColumn), linkColumn(at))),
        ...to.fields.map((field, at) =>
          named(cell(from.fields.indexOf(field), valueColumn), valueColumn(at)),
        ),
      ],
      from: mirror,
    }),
    alias,
  );
}
