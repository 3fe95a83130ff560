import type { Client, ClientAnswer } from '../client/index.ts';
import type { RecordWrite, StreamName, WriteResult } from '../records/index.ts';
import {
  type BatchUpdate,
  batchUpdateSchema,
  type HubspotProblem,
  type HubspotRefusal,
  refusalSchema,
} from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { readReply } from './read-reply.ts';
import { refusedWrites } from './refused-writes.ts';

/**
 * Sets values of records, each told apart. HubSpot refuses a whole batch for one value: such a batch is divided until
 * only what is refused is left over, so that it keeps no other record from being written. Setting values twice does no
 * harm, so that an answer that was cut is simply asked for again.
 */
export async function writeBatch(
  client: Client,
  stream: StreamName,
  batch: readonly RecordWrite[],
): Promise<readonly WriteResult[]> {
  const results = new Map<string, WriteResult>();
  const queue = chunks([...onePerRecord(batch).values()]);
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const answer = await send(client, stream, part);
    const told = answer.status < 300 ? tell(part, answer) : refuse(part, answer);
    if (told.kind === 'divided') queue.unshift(...told.parts);
    else for (const result of told.results) results.set(result.id, result);
  }
  return batch.map(({ id }) => results.get(id) ?? unanswered(id));
}

/** What came of one request: results, or smaller parts to be sent. */
type Told =
  | { readonly kind: 'results'; readonly results: readonly WriteResult[] }
  | { readonly kind: 'divided'; readonly parts: readonly (readonly RecordWrite[])[] };

/** HubSpot refuses a batch that names a record twice: the values of both are put together, the later one holds. */
function onePerRecord(batch: readonly RecordWrite[]): ReadonlyMap<string, RecordWrite> {
  const writes = new Map<string, RecordWrite>();
  for (const { id, values } of batch)
    writes.set(id, { id, values: { ...writes.get(id)?.values, ...values } });
  return writes;
}

function chunks(writes: readonly RecordWrite[]): (readonly RecordWrite[])[] {
  const size = hubspotFacts.batch;
  const count = Math.ceil(writes.length / size);
  return Array.from({ length: count }, (_, i) => writes.slice(i * size, (i + 1) * size));
}

function send(client: Client, stream: StreamName, part: readonly RecordWrite[]): Promise<ClientAnswer> {
  const inputs = part.map(({ id, values }, i) => ({
    id,
    objectWriteTraceId: String(i),
    properties: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]),
    ),
  }));
  return client.send({
    method: 'POST',
    path: updatePath(stream),
    body: { inputs },
    repeatable: true,
    alsoFine: [400, 404, 409],
  });
}

function updatePath(stream: StreamName): string {
  return hubspotPath('crm/objects', `${stream}/batch/update`);
}

/** Reads the answer to a batch that was carried out, record by record. */
function tell(part: readonly RecordWrite[], { status, body }: ClientAnswer): Told {
  const { results, errors } = readReply(batchUpdateSchema, { status, body, path: 'batch/update' });
  const told = new Map<string, WriteResult>();
  for (const error of errors) for (const id of idsOf(part, error)) told.set(id, failed(id, error));
  for (const result of results) {
    const id = askedId(part, result);
    if (id === null) continue;
    told.set(id, id === result.id ? { id, kind: 'written' } : { id, kind: 'moved', to: result.id });
  }
  return { kind: 'results', results: part.map(({ id }) => told.get(id) ?? unanswered(id)) };
}

/** The id under which a record was asked for: a merged one answers with another. */
function askedId(part: readonly RecordWrite[], result: BatchUpdate['results'][number]): string | null {
  const { id, objectWriteTraceId: trace } = result;
  const traced = trace === undefined ? undefined : part[Number(trace)];
  return (traced ?? part.find((write) => write.id === id))?.id ?? null;
}

function idsOf(part: readonly RecordWrite[], { context = {} }: HubspotProblem): readonly string[] {
  const traced = (context.objectWriteTraceId ?? []).flatMap((trace) => part[Number(trace)]?.id ?? []);
  return traced.length > 0 ? traced : (context.ids ?? []);
}

/** A batch that was refused as a whole is divided into those that are meant and the others; one that is alone failed. */
function refuse(part: readonly RecordWrite[], { status, body }: ClientAnswer): Told {
  const refusal = readReply(refusalSchema, { status, body, path: 'batch/update' });
  const meant = refusedWrites(part, refusal);
  if (part.length === 1 || meant.size === part.length)
    return {
      kind: 'results',
      results: part.map(({ id }) => failed(id, meant.get(id) ?? firstOf(refusal))),
    };
  if (meant.size === 0) {
    const half = Math.ceil(part.length / 2);
    return { kind: 'divided', parts: [part.slice(0, half), part.slice(half)] };
  }
  const others = part.filter(({ id }) => !meant.has(id));
  return { kind: 'divided', parts: [others, part.filter(({ id }) => meant.has(id))] };
}

function firstOf({ errors, ...whole }: HubspotRefusal): HubspotProblem {
  const [first] = errors;
  if (first === undefined) return whole;
  return { ...whole, message: first.message, category: first.code ?? whole.category };
}

function failed(id: string, { category, message }: HubspotProblem): WriteResult {
  return { id, kind: 'failed', code: category ?? 'ERROR', message };
}

function unanswered(id: string): WriteResult {
  return { id, kind: 'failed', code: 'NO_ANSWER', message: 'HubSpot said nothing of this record' };
}
