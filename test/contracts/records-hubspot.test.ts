import { hubspotSecrets, startHubspot } from '../../samples/crm/hubspot/index.ts';
import { hubspotConnector } from '../../src/edges/connectors/hubspot/index.ts';
import { testSettings } from '../connectors/test-context.ts';
import type { RecordAccount } from './record-account.ts';
import { describeRecordConnector } from './record-connector-contract.ts';
import { standInSide, startOfAccount } from './stand-in-account.ts';

async function start(): Promise<RecordAccount> {
  const { clock, world } = startOfAccount({ companies: 230, deals: 260, contacts: 210 });
  const hubspot = await startHubspot({ world, now: clock.now, indexLagMs: 10_000 });
  const { tables, refusedWrites } = hubspot.account;
  const idOf: Parameters<typeof standInSide>[0]['idOf'] = (kind, row) => String(tables[kind].idOf(row));
  const { privateToken, clientId, clientSecret, refreshToken } = hubspotSecrets;
  return {
    connector: hubspotConnector,
    settings: testSettings(hubspot.origin),
    clock,
    secrets: { token: privateToken },
    ...standInSide({ tables, idOf, changeShare: hubspot.changeShare }),
    relink: () => {
      const to = (tables.dealCompany.to(5)! + 1) % 200;
      tables.dealCompany.move(5, to);
      return { stream: 'deals', id: idOf('deals', 5), to: idOf('companies', to) };
    },
    online: {
      faults: hubspot.faults,
      requests: () => hubspot.log.total,
      renewable: { 'client-id': clientId, 'client-secret': clientSecret, 'refresh-token': refreshToken },
      wrong: { token: 'pat-eu1-that-opens-nothing' },
      endTokens: () => hubspot.tokens.expireAll(),
      tooMany: 'wait',
    },
    writable: {
      stream: 'companies',
      refuse: (id) => {
        const problem = { message: 'A rule says no', category: 'VALIDATION_ERROR' };
        refusedWrites.set(`companies ${id}`, problem);
      },
    },
    close: hubspot.close,
  };
}

describeRecordConnector({ connector: hubspotConnector, start });
