import { z } from 'zod';
import { showCustomer } from '../../../../app/show-customer.ts';
import { defineRoute } from '../../define-route.ts';
import { fieldKindSchema, heldSchema, judgementSchema, layerSchema } from '../../schemas/index.ts';
import { componentName, count, last } from './parts.ts';

const text = z.string().nullable();
const rowsOf = <T extends z.ZodType>(row: T) => z.strictObject({ total: count, shown: z.array(row) });

const attribute = z.strictObject({
  table: z.enum(['accounts', 'customers']),
  field: z.string(),
  label: z.string(),
  isOwn: z.boolean().describe('The label is one of a file or of a person.'),
  layer: layerSchema,
  kind: fieldKindSchema,
  unit: text,
  known: z.enum(['before', 'after', 'unknown']),
  sources: z.array(z.string()),
  held: heldSchema,
  currency: text,
});

const place = z.strictObject({
  component: componentName,
  raw: z.number().nullable(),
  percentile: z.number().nullable(),
  weight: z.number(),
  counts: z.boolean(),
});

const deal = z.strictObject({
  dealId: text,
  createdOn: text,
  closedOn: text,
  outcome: text,
  stage: text,
  amount: z.number().nullable(),
  currency: text,
});

const tool = z.strictObject({
  technology: text,
  category: text,
  firstSeen: text,
  lastSeen: text,
  source: text,
});

const signal = z.strictObject({
  kind: z.string(),
  about: text,
  observedOn: text,
  strength: z.number().nullable(),
  source: text,
  url: text,
});

const customer = z
  .strictObject({
    kind: z.literal('customer'),
    snapshot: z.string(),
    asOf: z.string(),
    account: z.strictObject({ id: z.string(), name: text }),
    relation: z.strictObject({ since: text, until: text }).nullable(),
    value: z.number().nullable(),
    rank: count.nullable(),
    ranked: count,
    best: z.boolean(),
    coverage: z.number(),
    places: z.array(place),
    attributes: z.array(attribute),
    deals: rowsOf(deal),
    tools: rowsOf(tool),
    signals: rowsOf(signal),
    people: rowsOf(z.strictObject({ name: text, title: text, role: text })),
    said: z.array(judgementSchema),
  })
  .meta({ id: 'Customer' });

/** `GET /customers/{id}`: all that the files say of one customer. */
export const getCustomer = defineRoute({
  method: 'get',
  path: '/customers/{id}',
  operationId: 'getCustomer',
  summary:
    'One customer: its place by value, its attributes with their sources, deals, tools, signals, people',
  tag: 'Customers',
  params: z.strictObject({ id: z.string().describe('Id, domain or name.') }),
  query: z.strictObject({ last }),
  response: customer,
  handle: async ({ workspace, asOf }, { params, query }) =>
    showCustomer(workspace, { account: params.id, asOf: asOf(), last: query.last ?? null }),
});
