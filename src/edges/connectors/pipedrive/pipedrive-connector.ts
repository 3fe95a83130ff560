import { createClient } from '../client/index.ts';
import type { Capabilities, RecordConnector, RecordSource } from '../records/index.ts';
import { accountLists } from './account-lists.ts';
import { checkAccount } from './check-account.ts';
import { connectionNeeds } from './connection-needs.ts';
import { pipedriveRules } from './pipedrive-rules.ts';
import {
  dayLimit,
  leastBurst,
  overlapSeconds,
  pipedriveCosts,
  pipedrivePlans,
  writeSizes,
} from './pipedrive-settings.ts';
import { pipedriveStreams, streamOf } from './pipedrive-streams.ts';
import { prepareFields } from './prepare-fields.ts';
import { readFields } from './read-fields.ts';
import { readPage } from './read-page.ts';
import { readStages } from './read-stages.ts';
import { writeRecords } from './write-records.ts';

const capabilities: Capabilities = {
  incremental: true,
  deletions: 'listed',
  fullReadFor: ['companies', 'deals', 'contacts'],
  merges: 'untold',
  stageHistory: 'latest',
  writeBatch: writeSizes.batch,
  createsFields: true,
  skips: {
    fullReadFor:
      'Pipedrive lists deleted deals for 30 days, and no deleted organizations or persons; deals may keep the link to one that is gone.',
    merges: 'Pipedrive keeps the id of one and removes the other without saying into which it went.',
    stageHistory: 'The stages before the present one cost 40 tokens a deal.',
  },
};

/**
 * Pipedrive, version 2 of its API (users of version 1). Options of a connection: `plan` (lite, growth, premium, ultimate)
 * and `seats` tell the tokens of a day and the burst.
 */
export const pipedriveConnector: RecordConnector = {
  name: 'pipedrive',
  label: 'Pipedrive',
  streams: pipedriveStreams.map(({ name }) => name),
  capabilities,
  limits: [leastBurst, dayLimit],
  needs: connectionNeeds,
  options: [
    { name: 'plan', label: 'Plan', values: Object.keys(pipedrivePlans) },
    { name: 'seats', label: 'Seats', values: null },
  ],
  overlapSeconds,
  open: (settings, context): RecordSource => {
    const client = createClient(pipedriveRules(settings, context), settings, context);
    const lists = accountLists(client);
    return {
      check: () => checkAccount(client),
      fields: (name) => readFields(lists, streamOf(name)),
      stages: () => readStages(lists),
      read: (request) => readPage(client, request, context.now()),
      prepare: (name, fields, { create }) =>
        prepareFields({ client, lists, stream: streamOf(name), create }, fields),
      costOfWrite: (records) => records * pipedriveCosts.change,
      write: async (name, batch) => {
        const stream = streamOf(name);
        return writeRecords({ client, stream, fields: await lists.fields(stream) }, batch);
      },
      usage: client.usage,
    };
  },
};
