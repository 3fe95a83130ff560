/** The parts of the page, one at a time. */
export const dataParts = ['look', 'fields', 'aside', 'files'] as const;

/** One part of the page. */
export type DataPart = (typeof dataParts)[number];

/** What of the page stands in its address. */
export interface DataSearch {
  readonly view?: DataPart;
  /** The job that said how files would be read. */
  readonly preview?: number;
  /** The table whose fields are shown. */
  readonly table?: string;
  /** The file whose rows are shown. */
  readonly source?: string;
}

/** The same address without the files that are looked at. */
export function withoutPreview({ view, table, source }: DataSearch): DataSearch {
  return dataSearch({ view, table, source });
}

/** Reads the address; what it does not know is left out. */
export function dataSearch(given: Record<string, unknown>): DataSearch {
  const view = dataParts.find((each) => each === given.view);
  const preview = Number(given.preview);
  return {
    ...(view === undefined ? {} : { view }),
    ...(Number.isInteger(preview) && preview > 0 ? { preview } : {}),
    ...(typeof given.table === 'string' ? { table: given.table } : {}),
    ...(typeof given.source === 'string' ? { source: given.source } : {}),
  };
}
