import type { Cell } from '../../base/sql/index.ts';
import type { MirrorShape, RecordPage, SourceRecord } from './types.ts';

/** How the rows of one page are numbered and dated. */
export interface DeltaContext {
  readonly shape: MirrorShape;
  /** Number of the last row before. */
  readonly after: number;
  /** Start of the sync, ISO 8601. */
  readonly seenAt: string;
}

/** The rows of one page as cells of `deltaColumns`: records first, then links, then what is gone. */
export function deltaRows(page: RecordPage, context: DeltaContext): readonly (readonly Cell[])[] {
  const { shape, seenAt } = context;
  const nothing = { fields: shape.fields.map(() => null), links: shape.links.map(() => null) };
  const rows: (readonly Cell[])[] = [
    ...page.records.map((record) => [
      'record',
      null,
      null,
      record.id,
      record.modifiedAt,
      seenAt,
      ...linksOf(record, shape),
      ...shape.fields.map((field) => known(record.values[field])),
    ]),
    ...page.relinked.map((record) => [
      'links',
      null,
      null,
      record.id,
      null,
      seenAt,
      ...linksOf(record, shape),
      ...nothing.fields,
    ]),
    ...page.gone.map(({ id, how, into }) => [
      'gone',
      how,
      into,
      id,
      null,
      seenAt,
      ...nothing.links,
      ...nothing.fields,
    ]),
  ];
  return rows.map((cells, place) => [context.after + place + 1, ...cells]);
}

function linksOf({ links }: Pick<SourceRecord, 'links'>, shape: MirrorShape): readonly (string | null)[] {
  return shape.links.map((stream) => links[stream]?.join(';') ?? null);
}

/** An empty text is nothing; a NUL, which some sources let through, is no part of any text. */
function known(value: string | null | undefined): string | null {
  const text = value?.replaceAll('\u0000', '') ?? null;
  return text === '' ? null : text;
}
