import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  answerJson,
  type Route,
  type StandInAnswer,
  type StandInRequest,
  worldStageLabels,
} from '../shared/index.ts';
import { type PipedriveAccount, requireRecord } from './pipedrive-account.ts';
import { readCursor, writeCursor } from './pipedrive-cursor.ts';
import { type PipedriveField, type PipedriveType, pipedriveStages } from './pipedrive-fields.ts';
import { limit, readBody, readQuery } from './pipedrive-input.ts';
import { invalid, PipedriveRefusal } from './pipedrive-refusal.ts';
import { userId } from './pipedrive-values.ts';

const page = { limit, cursor: z.string().optional() };
const pageQuery = z.strictObject(page);
const stagesQuery = z.strictObject({ ...page, pipeline_id: z.coerce.number().int().optional() });
const flowQuery = z.strictObject({
  start: z.coerce.number().int().min(0).default(0),
  limit,
  items: z.literal('dealChange').optional(),
  all_changes: z.literal('1').optional(),
});
const newField = z.strictObject({
  field_name: z.string().min(1).max(255),
  field_type: z.enum(['varchar', 'text', 'double', 'date', 'set', 'enum', 'varchar_auto', 'monetary']),
  options: z.array(z.strictObject({ label: z.string().min(1) })).optional(),
});

const fieldPaths: readonly (readonly [string, PipedriveType])[] = [
  ['organizationFields', 'organizations'],
  ['dealFields', 'deals'],
  ['personFields', 'persons'],
];

/** Fields, pipelines, stages, users (v1) and the history of a deal (v1). */
export function settingRoutes(account: PipedriveAccount): readonly Route[] {
  return [
    ...fieldPaths.flatMap(([path, type]): readonly Route[] => [
      {
        method: 'GET',
        path: `/api/v2/${path}`,
        handle: (request) =>
          listed([...account.fields[type].values()].map(fieldJson), readQuery(pageQuery, request)),
      },
      { method: 'POST', path: `/api/v2/${path}`, handle: (request) => createField(account, request, type) },
      {
        method: 'POST',
        path: `/api/v2/${path}/:code/options`,
        handle: (request, params) => addOptions(account, request, { type, code: params.code! }),
      },
    ]),
    {
      method: 'GET',
      path: '/api/v2/pipelines',
      handle: (request) => listed([pipeline], readQuery(pageQuery, request)),
    },
    {
      method: 'GET',
      path: '/api/v2/stages',
      handle: (request) => listed(stages, readQuery(stagesQuery, request)),
    },
    { method: 'GET', path: '/api/v1/users', handle: (request) => users(account, request) },
    { method: 'GET', path: '/api/v1/users/me', handle: (request) => me(account, request) },
    {
      method: 'GET',
      path: '/api/v1/deals/:id/flow',
      handle: (request, params) => flow(account, request, params.id!),
    },
  ];
}

function listed(all: readonly object[], query: z.infer<typeof pageQuery>): StandInAnswer {
  const order = { field: 'id', sortDirection: 'asc' } as const;
  const start = query.cursor === undefined ? 0 : readCursor(query.cursor, order).fieldValue;
  const end = start + query.limit;
  const next = end < all.length ? writeCursor({ ...order, fieldValue: end, id: end }) : null;
  return answerJson(200, {
    success: true,
    data: all.slice(start, end),
    additional_data: { next_cursor: next },
  });
}

function fieldJson(field: PipedriveField): object {
  return { ...field, subfields: null, is_optional_response_field: false };
}

function createField(account: PipedriveAccount, request: StandInRequest, type: PipedriveType): StandInAnswer {
  const { field_name, field_type, options } = readBody(newField, request);
  const needsOptions = field_type === 'enum' || field_type === 'set';
  if (needsOptions !== (options !== undefined)) throw invalid(`options do not fit ${field_type}`);
  const fields = account.fields[type];
  const code = createHash('sha1').update(`${type} ${field_name} ${fields.size}`).digest('hex');
  const first = 1000 + fields.size * 20;
  const field: PipedriveField = {
    field_name,
    field_code: code,
    field_type,
    options: options?.map(({ label }, i) => ({ id: first + i, label })) ?? null,
    is_custom_field: true,
  };
  fields.set(code, field);
  return answerJson(200, { success: true, data: fieldJson(field) });
}

const newOptions = z.array(z.strictObject({ label: z.string().min(1).max(255) })).min(1);

function addOptions(
  account: PipedriveAccount,
  request: StandInRequest,
  { type, code }: { readonly type: PipedriveType; readonly code: string },
): StandInAnswer {
  const labels = readBody(newOptions, request).map(({ label }) => label);
  const field = account.fields[type].get(code);
  if (field === undefined || field.options === null || !field.is_custom_field)
    throw new PipedriveRefusal(404, 'Field not found');
  const first = 1 + Math.max(0, ...field.options.map(({ id }) => Number(id)));
  const added = labels.map((label, i) => ({ id: first + i, label }));
  account.fields[type].set(code, { ...field, options: [...field.options, ...added] });
  return answerJson(200, { success: true, data: added, additional_data: null });
}

const begun = '2020-01-01T00:00:00Z';
const dated = { is_deleted: false, add_time: begun, update_time: begun };
const pipeline = { id: 1, name: 'Sales', order_nr: 0, is_deal_probability_enabled: true, ...dated };
const stages = pipedriveStages.map((id, i) => ({
  id,
  order_nr: i + 1,
  name: worldStageLabels[i]!,
  deal_probability: 20 * (i + 1),
  pipeline_id: 1,
  is_deal_rot_enabled: false,
  days_to_rotten: null,
  ...dated,
}));

function users(account: PipedriveAccount, request: StandInRequest): StandInAnswer {
  readQuery(z.strictObject({}), request);
  return answerJson(200, { success: true, data: usersJson(account) });
}

/** The user whose token it is, with the company. */
function me(account: PipedriveAccount, request: StandInRequest): StandInAnswer {
  readQuery(z.strictObject({}), request);
  const company = { company_id: 4711, company_name: 'Seller', company_domain: 'seller-12g53f' };
  return answerJson(200, { success: true, data: { ...usersJson(account)[0], ...company } });
}

function usersJson(account: PipedriveAccount) {
  return account.tables.world.owners.map(({ firstName, lastName, email }, i) => ({
    id: userId(i),
    name: `${firstName} ${lastName}`,
    email,
    default_currency: 'EUR',
    active_flag: true,
    is_deleted: false,
    is_you: i === 0,
  }));
}

/** The stages a deal went through, newest first; older than the whole list of deals, it pages by number. */
function flow(account: PipedriveAccount, request: StandInRequest, id: string): StandInAnswer {
  const { start, limit: size } = readQuery(flowQuery, request);
  const { row } = requireRecord(account, 'deals', id);
  const { world } = account.tables;
  const steps =
    row < world.size.deals
      ? world.deal(row).stages.filter(({ stage }) => stage < pipedriveStages.length)
      : [];
  const changes = steps.slice(1).map(({ stage, at }, i) => {
    const timestamp = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    return {
      object: 'dealChange',
      timestamp,
      data: {
        id: row * 10 + i,
        item_id: Number(id),
        field_key: 'stage_id',
        old_value: String(pipedriveStages[steps[i]!.stage]!),
        new_value: String(pipedriveStages[stage]!),
        log_time: timestamp,
      },
    };
  });
  const data = changes.reverse().slice(start, start + size);
  const more_items_in_collection = start + size < changes.length;
  const pagination = { start, limit: size, more_items_in_collection };
  return answerJson(200, { success: true, data, additional_data: { pagination } });
}
