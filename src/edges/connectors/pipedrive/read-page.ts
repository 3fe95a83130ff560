import type { Client } from '../client/index.ts';
import type { GoneRecord, ReadRequest, RecordPage } from '../records/index.ts';
import { endless } from './list-all.ts';
import { listRequest } from './list-request.ts';
import { type PipedriveRecord, pipedriveRecord } from './pipedrive-record.ts';
import { type PipedriveStream, streamOf } from './pipedrive-streams.ts';
import { type ListPage, readList } from './read-list.ts';
import { firstPlace, nextPlace, type ReadPlace, readPlace, writePlace } from './read-place.ts';
import { stageEntries } from './stage-entries.ts';
import { toSourceRecord } from './to-source-record.ts';

/** Reads one page of a stream. Only deals tell their deletions; what else is gone shows in a full read. */
export async function readPage(client: Client, request: ReadRequest, now: number): Promise<RecordPage> {
  const stream = streamOf(request.stream);
  const at = request.cursor === null ? firstPlace(stream, request, now) : readPlace(request.cursor);
  const page = readList(pipedriveRecord, await client.send(listRequest(stream, at, request.fields)));
  refuseEndless(stream, at, page);
  const present = page.items.filter((record) => !isDeleted(record));
  const last = page.items.at(-1)?.id ?? at.last;
  const next = nextPlace(stream, at, { next: page.next, last });
  return {
    records: present.map((record) => toSourceRecord(stream, record, request.fields)),
    gone: page.items.filter(isDeleted).map(toGone),
    relinked: [],
    history: stream.name === 'deals' ? present.flatMap(stageEntries) : [],
    next: next === null ? null : writePlace(next),
    done: null,
    complete: next === null && at.since === null,
  };
}

/** Pages come in the order of ids: one that begins before the last would come again and again. */
function refuseEndless(
  stream: PipedriveStream,
  at: ReadPlace,
  { items, next }: ListPage<PipedriveRecord>,
): void {
  const first = items[0];
  const isBack = first !== undefined && first.id <= at.last;
  if ((next !== null && next === at.cursor) || isBack) throw endless(stream.path);
}

function isDeleted({ is_deleted: flag, status }: PipedriveRecord): boolean {
  return flag === true || status === 'deleted';
}

function toGone({ id }: PipedriveRecord): GoneRecord {
  return { id: String(id), how: 'deleted', into: null };
}
