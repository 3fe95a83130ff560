import { z } from 'zod';
import {
  answerJson,
  type CrmKind,
  type Route,
  type StandInAnswer,
  type StandInRequest,
  worldStageLabels,
  worldStages,
} from '../shared/index.ts';
import { type HubspotAccount, type HubspotProperty, kindOf } from './hubspot-account.ts';
import { batchAnswer } from './hubspot-batches.ts';
import { iso, ownerId, stageIds } from './hubspot-properties.ts';
import { HubspotRefusal, invalid, missing } from './hubspot-refusal.ts';
import { readBody, readQuery } from './read-input.ts';

const option = z.strictObject({
  label: z.string(),
  value: z.string(),
  description: z.string().optional(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().optional(),
});
const newProperty = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,99}$/, 'names are lower case letters, digits and _'),
  label: z.string().min(1),
  type: z.enum(['string', 'number', 'datetime', 'date', 'enumeration', 'bool']),
  fieldType: z.enum(['text', 'textarea', 'number', 'date', 'select', 'radio', 'checkbox', 'booleancheckbox']),
  groupName: z.string(),
  description: z.string().optional(),
  options: z.array(option).optional(),
  displayOrder: z.number().int().optional(),
  formField: z.boolean().optional(),
  hasUniqueValue: z.boolean().optional(),
  hidden: z.boolean().optional(),
  dataSensitivity: z.literal('non_sensitive').optional(),
});
const newProperties = z.strictObject({ inputs: z.array(newProperty).min(1).max(100) });
const newGroup = z.strictObject({
  name: z.string(),
  label: z.string(),
  displayOrder: z.number().int().optional(),
});
const nothing = z.strictObject({});
const archivedOnly = z.strictObject({ archived: z.enum(['true', 'false']).optional() });
const ownersQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().regex(/^\d+$/).optional(),
  archived: z.enum(['true', 'false']).optional(),
  email: z.string().optional(),
});

/** Properties, groups, pipelines, owners and the account itself. */
export function settingRoutes(account: HubspotAccount): readonly Route[] {
  return [
    ...propertyRoutes(account),
    {
      method: 'GET',
      path: '/crm/pipelines/2026-09/:type',
      handle: (request, { type }) => {
        readQuery(nothing, request);
        return answerJson(200, { results: kindOf(type!) === 'deals' ? [pipeline] : [] });
      },
    },
    { method: 'GET', path: '/crm/owners/2026-09', handle: (request) => owners(account, request) },
    {
      method: 'GET',
      path: '/account-info/2026-09/details',
      handle: (request) => {
        readQuery(nothing, request);
        return answerJson(200, details);
      },
    },
  ];
}

function propertyRoutes(account: HubspotAccount): readonly Route[] {
  const path = '/crm/properties/2026-09/:type';
  return [
    { method: 'GET', path, handle: (request, { type }) => list(account, request, kindOf(type!)) },
    {
      method: 'POST',
      path,
      handle: (request, { type }) => {
        const created = create(account, kindOf(type!), readBody(newProperty, request));
        return answerJson(201, created);
      },
    },
    {
      method: 'POST',
      path: `${path}/batch/create`,
      handle: (request, { type }) => createMany(account, request, kindOf(type!)),
    },
    {
      method: 'GET',
      path: `${path}/groups`,
      handle: (request, { type }) => {
        readQuery(nothing, request);
        const groups = [...account.groups[kindOf(type!)]];
        return answerJson(200, { results: groups.map(([name, label]) => groupJson(name, label)) });
      },
    },
    {
      method: 'POST',
      path: `${path}/groups`,
      handle: (request, { type }) => {
        const { name, label } = readBody(newGroup, request);
        const groups = account.groups[kindOf(type!)];
        if (groups.has(name)) throw conflict(`A property group named '${name}' already exists.`);
        groups.set(name, label);
        return answerJson(201, groupJson(name, label));
      },
    },
    {
      method: 'GET',
      path: `${path}/:id`,
      handle: (request, { type, id }) => {
        readQuery(archivedOnly, request);
        const property = account.properties[kindOf(type!)].get(id!);
        if (property === undefined) throw missing(`The property named '${id}' does not exist.`);
        return answerJson(200, propertyJson(property));
      },
    },
  ];
}

function list(account: HubspotAccount, request: StandInRequest, kind: CrmKind): StandInAnswer {
  const { archived } = readQuery(archivedOnly, request);
  const all = archived === 'true' ? [] : [...account.properties[kind].values()];
  return answerJson(200, { results: all.map(propertyJson) });
}

function create(account: HubspotAccount, kind: CrmKind, wish: z.infer<typeof newProperty>): object {
  const properties = account.properties[kind];
  if (properties.has(wish.name)) throw conflict(`A property named '${wish.name}' already exists.`);
  if (!account.groups[kind].has(wish.groupName))
    throw invalid(`Property group ${wish.groupName} does not exist`);
  const property: HubspotProperty = {
    name: wish.name,
    label: wish.label,
    type: wish.type,
    fieldType: wish.fieldType,
    groupName: wish.groupName,
    description: wish.description ?? '',
    options: (wish.options ?? []).map(({ label, value }) => ({ label, value })),
    hasUniqueValue: wish.hasUniqueValue ?? false,
    hubspotDefined: false,
    isReadOnly: false,
  };
  properties.set(wish.name, property);
  return propertyJson(property);
}

function createMany(account: HubspotAccount, request: StandInRequest, kind: CrmKind): StandInAnswer {
  const { inputs } = readBody(newProperties, request);
  const results: object[] = [];
  const errors = [];
  for (const input of inputs) {
    try {
      results.push(create(account, kind, input));
    } catch (error) {
      if (!(error instanceof HubspotRefusal)) throw error;
      errors.push({ ...error.problem, context: { name: [input.name] } });
    }
  }
  return batchAnswer(account, { status: 201, results, errors });
}

function conflict(message: string): HubspotRefusal {
  return new HubspotRefusal(409, { message, category: 'OBJECT_ALREADY_EXISTS' });
}

function groupJson(name: string, label: string): object {
  return { name, label, displayOrder: -1, archived: false };
}

function propertyJson({ isReadOnly, options, ...property }: HubspotProperty): object {
  return {
    ...property,
    options: options.map((each, displayOrder) => ({ ...each, displayOrder, hidden: false })),
    displayOrder: -1,
    calculated: false,
    externalOptions: ['dealstage', 'pipeline', 'hubspot_owner_id'].includes(property.name),
    hidden: false,
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      readOnlyValue: isReadOnly,
    },
    formField: false,
    dataSensitivity: 'non_sensitive',
  };
}

const probabilities = [0.2, 0.4, 0.6, 0.9, 1, 0];
const beginning = iso(0);
const pipeline = {
  label: 'Sales Pipeline',
  displayOrder: 0,
  id: 'default',
  stages: worldStages.map((name, i) => ({
    label: worldStageLabels[i]!,
    displayOrder: i,
    metadata: {
      isClosed: String(name === 'won' || name === 'lost'),
      probability: probabilities[i]!.toFixed(1),
    },
    id: stageIds[i]!,
    createdAt: beginning,
    updatedAt: beginning,
    archived: false,
  })),
  createdAt: beginning,
  updatedAt: beginning,
  archived: false,
};

const details = {
  portalId: 44_000_001,
  accountType: 'STANDARD',
  timeZone: 'UTC',
  companyCurrency: 'EUR',
  additionalCurrencies: [],
  utcOffset: '+00:00',
  utcOffsetMilliseconds: 0,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'eu1',
};

function owners(account: HubspotAccount, request: StandInRequest): StandInAnswer {
  const { limit, after, archived, email } = readQuery(ownersQuery, request);
  const all = account.tables.world.owners.map((owner, i) => ({
    id: ownerId(i),
    ...owner,
    type: 'PERSON',
    userId: 9_500_000 + i,
    userIdIncludingInactive: 9_500_000 + i,
    createdAt: beginning,
    updatedAt: beginning,
    archived: false,
  }));
  const asked =
    archived === 'true' ? [] : all.filter((owner) => email === undefined || owner.email === email);
  const start = Number(after ?? 0);
  const end = start + limit;
  const results = asked.slice(start, end);
  const paging = end < asked.length ? { paging: { next: { after: String(end) } } } : {};
  return answerJson(200, { results, ...paging });
}
