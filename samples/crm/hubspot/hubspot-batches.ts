import { z } from 'zod';
import {
  answerJson,
  type CrmKind,
  type Route,
  type RouteParams,
  type StandInAnswer,
  type StandInRequest,
} from '../shared/index.ts';
import { type HubspotAccount, kindOf, liveRow, singular } from './hubspot-account.ts';
import { iso } from './hubspot-properties.ts';
import { recordJson } from './hubspot-record.ts';
import { type HubspotProblem, HubspotRefusal, invalid } from './hubspot-refusal.ts';
import { carryOut, propertyValues, refuseInvalid, refuseTaken } from './hubspot-writes.ts';
import { readBody } from './read-input.ts';

const readBatch = z.strictObject({
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  inputs: z.array(z.strictObject({ id: z.string() })).min(1),
});
const traced = { properties: propertyValues, objectWriteTraceId: z.string().optional() };
const createBatch = z.strictObject({ inputs: z.array(z.strictObject(traced)).min(1) });
const updateBatch = z.strictObject({ inputs: z.array(z.strictObject({ ...traced, id: z.string() })).min(1) });

/** Batches of records: read, create and update up to 100 at once. */
export function batchRoutes(account: HubspotAccount): readonly Route[] {
  const path = '/crm/objects/2026-09/:type/batch';
  const route = (
    name: string,
    handle: (account: HubspotAccount, request: StandInRequest, params: RouteParams) => StandInAnswer,
  ): Route => ({
    method: 'POST',
    path: `${path}/${name}`,
    handle: (request, params) => handle(account, request, params),
  });
  return [route('read', readMany), route('create', createMany), route('update', updateMany)];
}

function readMany(account: HubspotAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  const kind = kindOf(params.type!);
  const { inputs, properties, propertiesWithHistory: history } = readBody(readBatch, request);
  refuseTooMany(inputs.length, history.length > 0 ? 50 : 100);
  const rows = inputs.map(({ id }) => ({ id, row: liveRow(account, kind, id) }));
  const found = new Set(rows.flatMap(({ row }) => (row === null ? [] : [row])));
  const wish = { properties: properties.length === 0 ? null : properties, history, associations: [] };
  const results = [...found].map((row) =>
    recordJson(account, { kind, record: account.tables[kind].read(row) }, wish),
  );
  const lost = rows.flatMap(({ id, row }) => (row === null ? [id] : []));
  return batchAnswer(account, {
    status: 200,
    results,
    errors: lost.length === 0 ? [] : [notThere(kind, lost)],
  });
}

function createMany(account: HubspotAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  const kind = kindOf(params.type!);
  const { inputs } = readBody(createBatch, request);
  refuseTooMany(inputs.length, 100);
  refuseInvalid(
    account,
    kind,
    inputs.map((input) => input.properties),
  );
  const outcome = each(inputs, ({ properties }) => {
    refuseTaken(account, { kind, row: null, properties });
    return carryOut(account, { kind, row: null, properties });
  });
  return batchAnswer(account, { status: 201, ...outcome });
}

function updateMany(account: HubspotAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  const kind = kindOf(params.type!);
  const { inputs } = readBody(updateBatch, request);
  refuseTooMany(inputs.length, 100);
  refuseRepeated(inputs.map((input) => input.id));
  refuseInvalid(
    account,
    kind,
    inputs.map((input) => input.properties),
  );
  const outcome = each(inputs, ({ id, properties }) => {
    const ruled = account.refusedWrites.get(`${kind} ${id}`);
    if (ruled !== undefined) throw new HubspotRefusal(400, ruled);
    const row = liveRow(account, kind, id);
    if (row === null) throw new HubspotRefusal(404, notThere(kind, [id]));
    refuseTaken(account, { kind, row, properties });
    return carryOut(account, { kind, row, properties });
  });
  return batchAnswer(account, { status: 200, ...outcome });
}

interface Outcome {
  readonly results: readonly object[];
  readonly errors: readonly HubspotProblem[];
}

/** Does each of a batch; what is refused becomes an error that names its place, the others go on. */
function each<T extends { readonly objectWriteTraceId?: string | undefined }>(
  inputs: readonly T[],
  act: (input: T) => object,
): Outcome {
  const results: object[] = [];
  const errors: HubspotProblem[] = [];
  for (const input of inputs) {
    const trace = input.objectWriteTraceId;
    try {
      const result = act(input);
      results.push(trace === undefined ? result : { ...result, objectWriteTraceId: trace });
    } catch (error) {
      if (!(error instanceof HubspotRefusal)) throw error;
      const traceContext = trace === undefined ? {} : { objectWriteTraceId: [trace] };
      errors.push({ ...error.problem, context: { ...error.problem.context, ...traceContext } });
    }
  }
  return { results, errors };
}

/** The answer to a batch: 207 as soon as one of it failed. */
export function batchAnswer(
  account: HubspotAccount,
  { status, results, errors }: Outcome & { readonly status: number },
): StandInAnswer {
  const at = iso(account.now());
  const body = { completedAt: at, status: 'COMPLETE', startedAt: at, results };
  if (errors.length === 0) return answerJson(status, body);
  const listed = errors.map((error) => ({ status: 'error', ...error }));
  return answerJson(207, { ...body, errors: listed, numErrors: errors.length });
}

function notThere(kind: CrmKind, ids: readonly string[]): HubspotProblem {
  const name = singular[kind].toUpperCase();
  return {
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${name} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  };
}

function refuseTooMany(count: number, most: number): void {
  if (count > most)
    throw invalid(`The maximum number of inputs supported in a batch request is ${most}. Received ${count}.`);
}

function refuseRepeated(ids: readonly string[]): void {
  const repeated = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  if (repeated.length === 0) return;
  throw new HubspotRefusal(400, {
    message: `Duplicate IDs found in batch input: [${repeated.join(', ')}]. IDs must be unique`,
    context: { ids: repeated },
    category: 'VALIDATION_ERROR',
  });
}
