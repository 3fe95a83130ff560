import { z } from 'zod';
import {
  answerJson,
  type Route,
  type RouteParams,
  type StandInAnswer,
  type StandInRequest,
} from '../shared/index.ts';
import {
  fieldsOf,
  fieldValue,
  idOfRow,
  isDeleted,
  kindOfTable,
  requireTable,
  rowOfId,
  type SalesforceAccount,
  stamp,
  type Value,
} from './salesforce-account.ts';
import type { SalesforceField, SalesforceTable } from './salesforce-fields.ts';
import { readBody, readQuery, refuseParameters } from './salesforce-input.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';

/** Why one record was not written. */
export interface WriteError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** One record to write; `row` null creates. */
export interface SalesforceWrite {
  readonly table: SalesforceTable;
  readonly row: number | null;
  readonly values: Readonly<Record<string, Value>>;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const record = z.record(z.string(), value);
const collection = z.strictObject({
  allOrNone: z.boolean().default(false),
  records: z
    .array(z.looseObject({ attributes: z.strictObject({ type: z.string() }), id: z.string().optional() }))
    .max(200, 'Maximum number of records is 200'),
});
const upsertQuery = z.strictObject({ updateOnly: z.enum(['true', 'false']).default('false') });

/** Writes of single records, of up to 200 at once, and by a key of the company's own. */
export function writeRoutes(account: SalesforceAccount): readonly Route[] {
  const path = '/services/data/:version';
  return [
    {
      method: 'PATCH',
      path: `${path}/composite/sobjects`,
      handle: (request) => updateMany(account, request),
    },
    {
      method: 'PATCH',
      path: `${path}/sobjects/:object/:id`,
      handle: (request, params) => updateOne(account, request, params),
    },
    {
      method: 'PATCH',
      path: `${path}/sobjects/:object/:field/:id`,
      handle: (request, params) => upsertOne(account, request, params),
    },
  ];
}

function updateOne(account: SalesforceAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  refuseParameters(request);
  const table = requireTable(params.object!);
  const values = readBody(record, request);
  const { row, error } = findRow(account, table, params.id!);
  const problem = error ?? checkWrite(account, { table, row, values });
  if (problem !== null)
    throw new SalesforceRefusal(
      problem.statusCode === 'NOT_FOUND' ? 404 : 400,
      problem.statusCode,
      problem.message,
    );
  carryOut(account, { table, row, values });
  return { status: 204, headers: {}, body: '' };
}

/** By a key of the company's own: none creates, one updates, several are all named and nothing is written. */
function upsertOne(account: SalesforceAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  const { object, field, id, version } = params;
  const { updateOnly } = readQuery(upsertQuery, request);
  const table = requireTable(object!);
  const values = readBody(record, request);
  const rows = rowsWithKey(account, table, { field: field!, key: id! });
  if (rows.length > 1)
    return answerJson(
      300,
      rows.map((row) => `/services/data/${version}/sobjects/${table}/${idOfRow(account, table, row)}`),
    );
  const row = rows[0] ?? null;
  if (row === null && updateOnly === 'true')
    throw new SalesforceRefusal(
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible',
    );
  const all = { ...values, [field!]: id! };
  const problem = checkWrite(account, { table, row, values: all });
  if (problem !== null) throw new SalesforceRefusal(400, problem.statusCode, problem.message);
  const written = carryOut(account, { table, row, values: all });
  return answerJson(row === null ? 201 : 200, {
    id: idOfRow(account, table, written),
    success: true,
    errors: [],
    created: row === null,
  });
}

/** The live rows that hold a key in an external id field. */
export function rowsWithKey(
  account: SalesforceAccount,
  table: SalesforceTable,
  { field, key }: { readonly field: string; readonly key: string },
): readonly number[] {
  if (fieldsOf(account, table).get(field)?.externalId !== true)
    throw new SalesforceRefusal(
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible',
    );
  const records = account.tables[kindOfTable[table]];
  const rows = [];
  for (let row = 0; row < records.count; row++) {
    if (!records.isLive(row)) continue;
    if (fieldValue(account, { table, record: records.read(row) }, field) === key) rows.push(row);
  }
  return rows;
}

function updateMany(account: SalesforceAccount, request: StandInRequest): StandInAnswer {
  refuseParameters(request);
  const { allOrNone, records } = readBody(collection, request);
  if (records.length === 0)
    throw new SalesforceRefusal(400, 'REQUIRED_FIELD_MISSING', 'At least 1 record is required');
  const seen = new Set<string>();
  const writes = records.map(({ attributes, id, ...values }) => {
    const table = requireTable(attributes.type);
    const { row, error } = id === undefined ? noId : findRow(account, table, id);
    const isRepeated = id !== undefined && seen.has(id.slice(0, 15));
    if (id !== undefined) seen.add(id.slice(0, 15));
    const write = { table, row, values: values as Record<string, Value> };
    return { id, write, error: error ?? (isRepeated ? repeated(id!) : checkWrite(account, write)) };
  });
  const isRolledBack = allOrNone && writes.some(({ error }) => error !== null);
  const results = writes.map(({ id, write, error }) => {
    const problem = error ?? (isRolledBack ? rolledBack : null);
    if (problem !== null) return { success: false, errors: [problem] };
    carryOut(account, write);
    return { id, success: true, errors: [] };
  });
  return answerJson(200, results);
}

const noId = {
  row: null,
  error: { statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: [] },
};
const rolledBack: WriteError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

function repeated(id: string): WriteError {
  return { statusCode: 'DUPLICATE_VALUE', message: `Duplicate id specified: ${id}`, fields: [] };
}

/** The row of an id that can be written, or why there is none. */
export function findRow(
  account: SalesforceAccount,
  table: SalesforceTable,
  id: string,
): { readonly row: number | null; readonly error: WriteError | null } {
  const failed = (statusCode: string, message: string) => ({
    row: null,
    error: { statusCode, message, fields: [] },
  });
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(id)) return failed('MALFORMED_ID', `malformed id ${id}`);
  const row = rowOfId(account, table, id);
  if (row === null) return failed('NOT_FOUND', 'The requested resource does not exist');
  const found = account.tables[kindOfTable[table]].read(row);
  return isDeleted(found) ? failed('ENTITY_IS_DELETED', 'entity is deleted') : { row, error: null };
}

/** Why a write would fail, or null. */
export function checkWrite(
  account: SalesforceAccount,
  { table, row, values }: SalesforceWrite,
): WriteError | null {
  const fields = fieldsOf(account, table);
  const ruled = row === null ? undefined : account.refusedWrites.get(idOfRow(account, table, row));
  if (ruled !== undefined)
    return { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: ruled, fields: [] };
  if (row === null && (values.Name ?? values.LastName ?? null) === null) {
    const name = table === 'Contact' ? 'LastName' : 'Name';
    return {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: `Required fields are missing: [${name}]`,
      fields: [name],
    };
  }
  for (const [name, each] of Object.entries(values)) {
    const problem = checkValue(fields.get(name), { table, name, value: each });
    if (problem !== null) return problem;
  }
  return null;
}

function checkValue(
  field: SalesforceField | undefined,
  { table, name, value: given }: { readonly table: string; readonly name: string; readonly value: Value },
): WriteError | null {
  if (field === undefined)
    return {
      statusCode: 'INVALID_FIELD',
      message: `No such column '${name}' on sobject of type ${table}`,
      fields: [],
    };
  if (!field.updateable)
    return {
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      fields: [name],
    };
  if (given === null) return null;
  if (
    typeof given === 'string' &&
    ['string', 'picklist', 'url', 'email'].includes(field.type) &&
    given.length > field.length
  )
    return {
      statusCode: 'STRING_TOO_LONG',
      message: `${name}: data value too large (max length=${field.length})`,
      fields: [name],
    };
  const isFine = wellTyped(field.type, given);
  return isFine
    ? null
    : {
        statusCode: 'JSON_PARSER_ERROR',
        message: `Cannot deserialize instance of ${field.type} from ${JSON.stringify(given)}`,
        fields: [name],
      };
}

function wellTyped(type: SalesforceField['type'], given: Value): boolean {
  if (type === 'double' || type === 'int' || type === 'currency') return typeof given === 'number';
  if (type === 'boolean') return typeof given === 'boolean';
  if (type === 'date') return typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given);
  return type === 'datetime'
    ? typeof given === 'string' && !Number.isNaN(Date.parse(given))
    : typeof given === 'string';
}

/** Carries out a write that was checked and gives its row. Every write moves SystemModstamp, one that changes nothing too. */
export function carryOut(account: SalesforceAccount, { table, row, values }: SalesforceWrite): number {
  const records = account.tables[kindOfTable[table]];
  const stored = Object.entries(values).map(([name, each]) => {
    const isMoment = fieldsOf(account, table).get(name)?.type === 'datetime' && typeof each === 'string';
    return [name, isMoment ? stamp(Date.parse(each)) : each] as const;
  });
  if (row === null) return records.create(Object.fromEntries(stored), account.now());
  records.update(row, Object.fromEntries(stored), account.now());
  return row;
}
