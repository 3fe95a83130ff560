import type { GoneRecord, ReadRequest, RecordPage, SourceRecord } from '../records/index.ts';
import type { Org } from './org.ts';
import { cursorToPlace, placeToCursor, type ReadPlace, startOf } from './read-place.ts';
import { readRows } from './read-rows.ts';
import { type StreamObject, salesforceSettings, streamObject } from './salesforce-settings.ts';
import { soqlOf } from './soql-of.ts';
import { goneOf, type Row, recordOf, stageEntryOf } from './source-record.ts';

const dayMs = 24 * 60 * 60_000;

/** Reads a page of a stream: its records, and after them, for deals, when they entered each stage. */
export async function readStream(org: Org, request: ReadRequest): Promise<RecordPage> {
  const from = streamObject(request.stream);
  const place = placeOf(org, request);
  const query = soqlOf(from, place, request.fields);
  const object = place.phase === 'history' ? null : from.object;
  const { rows, next } = await readRows(org, { place, query, object });
  const following = next ?? nextPhase(org, from, place);
  return {
    records: [],
    gone: [],
    relinked: [],
    history: [],
    ...(place.phase === 'records' ? recordsOf(rows, from, request) : historyOf(rows, from)),
    next: following === null ? null : placeToCursor(following),
    done: following === null ? 1 : doneOf(following, hasHistory(org, from)),
    complete: following === null && place.since === null,
  };
}

/**
 * Where a read begins or goes on. What changed before the bin of deleted records begins cannot be told wholly, so a
 * read that would begin there reads everything.
 */
function placeOf({ context }: Org, { since, cursor }: ReadRequest): ReadPlace {
  const known = cursor === null ? null : cursorToPlace(cursor);
  if (known !== null) return known;
  const oldest = context.now() - salesforceSettings.deletionDays * dayMs;
  return startOf('records', since !== null && Date.parse(since) >= oldest ? since : null);
}

function recordsOf(rows: readonly Row[], from: StreamObject, { fields }: ReadRequest) {
  const gone: GoneRecord[] = [];
  const records: SourceRecord[] = [];
  for (const row of rows) {
    const fate = goneOf(row, from);
    if (fate === null) records.push(recordOf(row, from, fields));
    else gone.push(fate);
  }
  return { records, gone };
}

function historyOf(rows: readonly Row[], { history }: StreamObject) {
  if (history === null) return {};
  return { history: rows.map((row) => stageEntryOf(row, history.key)) };
}

function hasHistory({ options }: Org, { history }: StreamObject): boolean {
  return history !== null && options['stage-history'] !== 'off';
}

function nextPhase(org: Org, from: StreamObject, { phase, since }: ReadPlace): ReadPlace | null {
  return phase === 'records' && hasHistory(org, from) ? startOf('history', since) : null;
}

/** Share that was read; of two phases each counts half. */
function doneOf({ phase, seen, total }: ReadPlace, hasTwo: boolean): number | null {
  const share = total === null || total === 0 ? 0 : Math.min(1, seen / total);
  if (!hasTwo) return share;
  return (phase === 'records' ? 0 : 0.5) + share / 2;
}
