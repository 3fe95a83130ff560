import type {
  GoneRecord,
  ReadRequest,
  RecordSource,
  SourceRecord,
  StageEntry,
} from '../../src/edges/connectors/records/index.ts';

/** Everything that a read of a stream gave. */
export interface ReadStream {
  readonly records: readonly SourceRecord[];
  readonly gone: readonly GoneRecord[];
  readonly history: readonly StageEntry[];
  readonly pages: number;
  readonly complete: boolean;
}

/** Reads a stream to its end; `between` is called after each page but the last with the cursor and gives the source to go on with. */
export async function readStream(
  source: RecordSource,
  request: Partial<ReadRequest> & Pick<ReadRequest, 'stream'>,
  between: (cursor: string) => RecordSource | Promise<RecordSource> = () => source,
): Promise<ReadStream> {
  const records: SourceRecord[] = [];
  const gone: GoneRecord[] = [];
  const history: StageEntry[] = [];
  let at = source;
  let cursor: string | null = null;
  for (let pages = 1; ; pages++) {
    const page = await at.read({ fields: ['id'], since: null, known: async () => [], ...request, cursor });
    records.push(...page.records);
    gone.push(...page.gone);
    history.push(...page.history);
    if (page.next === null) return { records, gone, history, pages, complete: page.complete };
    cursor = page.next;
    at = await between(cursor);
  }
}
