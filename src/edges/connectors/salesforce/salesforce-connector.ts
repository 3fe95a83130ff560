import { createClient } from '../client/index.ts';
import type { RecordConnector, RecordSource } from '../records/index.ts';
import { checkAccount } from './check-account.ts';
import { createOrg, type Org } from './org.ts';
import { prepareFields } from './prepare-fields.ts';
import { readOwners } from './read-owners.ts';
import { readStages } from './read-stages.ts';
import { readStream } from './read-stream.ts';
import { salesforceRules } from './salesforce-rules.ts';
import {
  salesforceLimits,
  salesforceNeeds,
  salesforceSettings,
  streamObject,
  streamObjects,
} from './salesforce-settings.ts';
import { type Owners, sourceFields } from './source-fields.ts';
import { writeBulk } from './write-bulk.ts';
import { writeCollections } from './write-collections.ts';

const { label, writeBatch, overlapSeconds, bulkAbove, collection, bulkWriteRequests } = salesforceSettings;

/**
 * Salesforce: accounts, opportunities and contacts with their custom fields by REST and Bulk API 2.0, changes by
 * SystemModstamp, what was deleted or merged from its bin, and fit written back by id.
 */
export const salesforceConnector: RecordConnector = {
  name: 'salesforce',
  label,
  streams: streamObjects.map(({ stream }) => stream),
  capabilities: {
    incremental: true,
    deletions: 'listed',
    fullReadFor: [],
    merges: 'one-id',
    stageHistory: 'full',
    writeBatch,
    createsFields: true,
    skips: {},
  },
  limits: salesforceLimits,
  needs: salesforceNeeds,
  options: [{ name: 'stage-history', label: 'History of stages', values: ['on', 'off'] }],
  overlapSeconds,
  open: (settings, context) =>
    sourceOf(createOrg(createClient(salesforceRules, settings, context), settings, context)),
};

function sourceOf(org: Org): RecordSource {
  let owners: Owners | null = null;
  return {
    check: () => checkAccount(org),
    fields: async (stream) => {
      const from = streamObject(stream);
      const described = await org.describe(from.object);
      owners ??= await readOwners(org);
      return sourceFields(described, from, owners);
    },
    stages: () => readStages(org),
    read: (request) => readStream(org, request),
    prepare: (stream, fields, { create }) => prepareFields(org, stream, { fields, create }),
    costOfWrite,
    write: async (stream, batch) => {
      const { object } = streamObject(stream);
      if (batch.length > writeBatch) throw new Error(`more than ${writeBatch} records: ${batch.length}`);
      return batch.length > bulkAbove ? writeBulk(org, object, batch) : writeCollections(org, object, batch);
    },
    usage: () => org.client.usage(),
  };
}

/** Requests of a write: up to 2,000 records 200 a request, more by jobs of up to 10,000. */
function costOfWrite(records: number): number {
  const whole = Math.floor(records / writeBatch) * bulkWriteRequests;
  const rest = records % writeBatch;
  return whole + (rest > bulkAbove ? bulkWriteRequests : Math.ceil(rest / collection));
}
