import { z } from 'zod';
import { answerJson, type Route, type StandInAnswer, type StandInRequest } from '../shared/index.ts';
import { type PipedriveAccount, recordJson, requireRecord } from './pipedrive-account.ts';
import { kindOfType, type PipedriveField, type PipedriveType } from './pipedrive-fields.ts';
import { readBody } from './pipedrive-input.ts';
import { invalid, PipedriveRefusal } from './pipedrive-refusal.ts';
import { type Json, seconds } from './pipedrive-values.ts';

const id = z.number().int();
const text = z.string().max(255);
const custom = { custom_fields: z.record(z.string(), z.json()).optional() };
const bodies = {
  organizations: z.strictObject({
    ...custom,
    name: text.optional(),
    owner_id: id.optional(),
    website: text.nullable().optional(),
    industry: id.nullable().optional(),
    employee_count: id.nullable().optional(),
    annual_revenue: id.nullable().optional(),
  }),
  deals: z.strictObject({
    ...custom,
    title: text.optional(),
    owner_id: id.optional(),
    value: z.number().optional(),
    stage_id: id.optional(),
    status: z.enum(['open', 'won', 'lost']).optional(),
    lost_reason: text.nullable().optional(),
    is_archived: z.boolean().optional(),
  }),
  persons: z.strictObject({
    ...custom,
    name: text.optional(),
    owner_id: id.optional(),
    job_title: text.optional(),
  }),
};

/** The keys that each write takes. */
export const writeKeys: Readonly<Record<PipedriveType, readonly string[]>> = {
  organizations: Object.keys(bodies.organizations.shape),
  deals: Object.keys(bodies.deals.shape),
  persons: Object.keys(bodies.persons.shape),
};

/** Changes of single records; Pipedrive has none of many at once. */
export function writeRoutes(account: PipedriveAccount): readonly Route[] {
  const types: readonly PipedriveType[] = ['organizations', 'deals', 'persons'];
  return types.map((type) => ({
    method: 'PATCH',
    path: `/api/v2/${type}/:id`,
    handle: (request, params) => patch(account, request, { type, id: params.id! }),
  }));
}

function patch(
  account: PipedriveAccount,
  request: StandInRequest,
  target: { readonly type: PipedriveType; readonly id: string },
): StandInAnswer {
  const { type } = target;
  const { custom_fields: customFields = {}, ...own } = readBody(bodies[type], request);
  const record = requireRecord(account, type, target.id);
  if (record.archivedAt !== null) throw new PipedriveRefusal(410, `The ${type.slice(0, -1)} is deleted`);
  for (const [code, value] of Object.entries(customFields))
    refuseWrong(account.fields[type].get(code), code, value);
  const at = account.now();
  const changes = {
    ...(own as Record<string, Json>),
    ...ended(own as Record<string, Json>, at),
    ...customFields,
  };
  const table = account.tables[kindOfType[type]];
  table.update(record.row, changes, at);
  const data = recordJson(
    account,
    { type, record: table.read(record.row) },
    { customFields: null, withLabels: false },
  );
  return answerJson(200, { success: true, data });
}

function ended(own: Readonly<Record<string, Json>>, at: number): Readonly<Record<string, Json>> {
  const moved = own.stage_id === undefined ? {} : { stage_change_time: seconds(at) };
  const { status } = own;
  if (status === undefined) return moved;
  const time = status === 'open' ? null : seconds(at);
  return {
    ...moved,
    close_time: time,
    won_time: status === 'won' ? time : null,
    lost_time: status === 'lost' ? time : null,
  };
}

const money = z.strictObject({ value: z.number(), currency: z.string().length(3) });
const types: Readonly<Record<string, z.ZodType>> = {
  varchar: text,
  varchar_auto: text,
  text: z.string().max(65_000),
  double: z.number(),
  date: z.iso.date(),
  monetary: money,
  enum: id,
  set: z.array(id).min(1),
};

/** Refuses a value that a custom field cannot hold; null clears, an empty set is no set. */
function refuseWrong(field: PipedriveField | undefined, code: string, value: Json): void {
  if (field?.is_custom_field !== true) throw invalid(`Unknown custom field: ${code}`);
  if (value === null) return;
  const schema = types[field.field_type];
  if (schema?.safeParse(value).success !== true)
    throw invalid(`Invalid value for ${field.field_type} field ${code}`);
  const chosen = field.options === null ? [] : [value].flat();
  const unknown = chosen.find((each) => !field.options!.some((option) => option.id === each));
  if (unknown !== undefined) throw invalid(`${JSON.stringify(unknown)} is no option of field ${code}`);
}
