import { z } from 'zod';
import { answerJson, type Route, type StandInAnswer, type StandInRequest } from '../shared/index.ts';
import {
  fieldsOf,
  idOfRow,
  isDeleted,
  kindOfTable,
  requireTable,
  type SalesforceAccount,
  stamp,
} from './salesforce-account.ts';
import { type SalesforceField, salesforceField } from './salesforce-fields.ts';
import { readBody, readQuery, refuseParameters } from './salesforce-input.ts';
import type { SalesforceLimits } from './salesforce-limits.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';

const newField = z.strictObject({
  FullName: z.string().regex(/^\w+\.\w+__c$/),
  Metadata: z.strictObject({
    label: z.string(),
    type: z.enum(['Text', 'Number', 'Date', 'DateTime', 'LongTextArea', 'Checkbox']),
    length: z.number().int().optional(),
    precision: z.number().int().optional(),
    scale: z.number().int().optional(),
    visibleLines: z.number().int().optional(),
    defaultValue: z.boolean().optional(),
    externalId: z.boolean().optional(),
    unique: z.boolean().optional(),
    description: z.string().optional(),
  }),
});
const countQuery = z.strictObject({ sObjects: z.string() });
const deletedQuery = z.strictObject({ start: z.string(), end: z.string() });
const types: Readonly<Record<string, SalesforceField['type']>> = {
  Text: 'string',
  LongTextArea: 'string',
  Number: 'double',
  Date: 'date',
  DateTime: 'datetime',
  Checkbox: 'boolean',
};
const dayMs = 24 * 60 * 60_000;

/** The org, descriptions of objects, new fields, what is left of the limits, and the log of deletions. */
export function settingRoutes(account: SalesforceAccount, limits: SalesforceLimits): readonly Route[] {
  const path = '/services/data/:version';
  return [
    {
      method: 'GET',
      path: `${path}/limits`,
      handle: (request) => {
        refuseParameters(request);
        return answerJson(200, {
          DailyApiRequests: limits.left(),
          DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
        });
      },
    },
    {
      method: 'GET',
      path: `${path}/limits/recordCount`,
      handle: (request) => recordCounts(account, readQuery(countQuery, request).sObjects.split(',')),
    },
    {
      method: 'GET',
      path: `${path}/connect/organization`,
      handle: (request) => {
        refuseParameters(request);
        const features = { multiCurrency: false, defaultCurrencyIsoCode: 'EUR' };
        return answerJson(200, { name: 'Seller Example', orgId: '00D0K0000000001UAA', features });
      },
    },
    {
      method: 'GET',
      path: `${path}/sobjects/:object/describe`,
      handle: (request, { object }) => {
        refuseParameters(request);
        const all = [...fieldsOf(account, object!).values()];
        const shown = all.filter(({ name }) => !account.hiddenFields.has(`${object}.${name}`));
        const fields = shown.map(fieldJson);
        return answerJson(200, { name: object, label: object, queryable: true, updateable: true, fields });
      },
    },
    {
      method: 'GET',
      path: `${path}/sobjects/:object/deleted`,
      handle: (request, { object }) => deletions(account, request, object!),
    },
    {
      method: 'POST',
      path: `${path}/tooling/sobjects/CustomField`,
      handle: (request) => createField(account, request),
    },
  ];
}

/** How many records there are; an object that does not exist is left out. */
function recordCounts({ tables }: SalesforceAccount, objects: readonly string[]): StandInAnswer {
  const sObjects = Object.entries(kindOfTable).flatMap(([name, kind]) => {
    if (!objects.includes(name)) return [];
    const table = tables[kind];
    let count = 0;
    for (let row = 0; row < table.count; row++) if (table.isLive(row)) count++;
    return [{ count, name }];
  });
  return answerJson(200, { sObjects });
}

function fieldJson(field: SalesforceField): object {
  const isKey = field.type === 'id';
  return {
    ...field,
    createable: field.updateable,
    filterable: field.type !== 'address',
    nillable: !isKey,
    calculatedFormula: field.calculated ? 'TODAY() - DATEVALUE(CreatedDate)' : null,
    compoundFieldName:
      field.name === 'BillingCity' || field.name === 'BillingCountry' ? 'BillingAddress' : null,
    unique: field.externalId,
  };
}

function createField(account: SalesforceAccount, request: StandInRequest): StandInAnswer {
  refuseParameters(request);
  const { FullName, Metadata } = readBody(newField, request);
  const [object, name] = FullName.split('.') as [string, string];
  const fields = fieldsOf(account, object);
  if (fields.has(name))
    throw new SalesforceRefusal(
      400,
      'DUPLICATE_DEVELOPER_NAME',
      `There is already a field named ${name} on ${object}.`,
    );
  const traits = {
    updateable: true,
    calculated: false,
    externalId: Metadata.externalId ?? false,
    choices: [],
  };
  const field = salesforceField(name, types[Metadata.type]!, traits);
  if (account.hidesNewFields) account.hiddenFields.add(FullName);
  fields.set(name, { ...field, label: Metadata.label, length: Metadata.length ?? field.length });
  return answerJson(201, {
    id: `00N0K0000${String(fields.size).padStart(6, '0')}AAA`,
    success: true,
    errors: [],
  });
}

function deletions(account: SalesforceAccount, request: StandInRequest, object: string): StandInAnswer {
  const query = readQuery(deletedQuery, request);
  const [start, end] = [Date.parse(query.start), Date.parse(query.end)];
  const earliest = account.now() - 15 * dayMs;
  if (!(start >= earliest && end > start))
    throw new SalesforceRefusal(
      400,
      'INVALID_REPLICATION_DATE',
      'startDate before org replication enabled date or after endDate',
    );
  const table = requireTable(object);
  const records = account.tables[kindOfTable[table]];
  const deletedRecords = [];
  for (let row = 0; row < records.count; row++) {
    if (records.isLive(row)) continue;
    const record = records.read(row);
    if (!isDeleted(record) || record.modifiedAt < start || record.modifiedAt > end) continue;
    deletedRecords.push({ deletedDate: stamp(record.modifiedAt), id: idOfRow(account, table, row) });
  }
  return answerJson(200, {
    deletedRecords,
    earliestDateAvailable: stamp(earliest),
    latestDateCovered: stamp(end),
  });
}
