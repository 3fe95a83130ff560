import { type Client, createClient } from '../client/index.ts';
import type { RecordConnector, RecordSource, SourceStage } from '../records/index.ts';
import { checkAccount } from './check-account.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotLimits } from './hubspot-limits.ts';
import { hubspotNeeds } from './hubspot-needs.ts';
import { hubspotRules } from './hubspot-rules.ts';
import { hubspotStreams } from './hubspot-streams.ts';
import { prepareFields } from './prepare-fields.ts';
import { readOwners } from './read-owners.ts';
import { readPage } from './read-page.ts';
import { readProperties } from './read-properties.ts';
import { type HubspotStage, readStages } from './read-stages.ts';
import { toFields } from './to-fields.ts';
import { writeBatch } from './write-batch.ts';

const streams = Object.keys(hubspotStreams);

/** HubSpot (API version 2026-09): companies, deals and contacts. The option `plan` says what the account may ask. */
export const hubspotConnector: RecordConnector = {
  name: 'hubspot',
  label: 'HubSpot',
  streams,
  capabilities: {
    incremental: true,
    deletions: 'listed',
    fullReadFor: [],
    merges: 'new-id',
    stageHistory: 'full',
    writeBatch: hubspotFacts.batch,
    createsFields: true,
    skips: {},
  },
  limits: hubspotLimits(null),
  needs: hubspotNeeds,
  options: [{ name: 'plan', label: 'Plan', values: Object.keys(hubspotFacts.plans) }],
  overlapSeconds: hubspotFacts.overlapSeconds,
  open: (settings, context) => {
    const client = createClient(hubspotRules(settings), settings, context);
    return openSource(client, context.now);
  },
};

function openSource(client: Client, now: () => number): RecordSource {
  const owners = once(() => readOwners(client));
  const stages = once(() => readStages(client));
  return {
    check: () => checkAccount(client, streams),
    fields: async (stream) => {
      const properties = await readProperties(client, stream);
      const outside = { owners: await owners(), stages: stream === 'deals' ? await stages() : [] };
      return toFields(stream, properties, outside);
    },
    stages: async () => (await stages()).map(withoutPipelineId),
    read: (request) => readPage(client, request, now()),
    prepare: (stream, fields, { create }) => prepareFields(client, { stream, fields, create }),
    costOfWrite: (records) => Math.ceil(records / hubspotFacts.batch),
    write: (stream, batch) => writeBatch(client, stream, batch),
    usage: () => client.usage(),
  };
}

function withoutPipelineId({ id, label, pipeline, place, outcome }: HubspotStage): SourceStage {
  return { id, label, pipeline, place, outcome };
}

/** Asks once and remembers the answer; a failure is not remembered. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}
