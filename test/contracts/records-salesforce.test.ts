import { salesforceSecrets, startSalesforce } from '../../samples/crm/salesforce/index.ts';
import { idOfRow } from '../../samples/crm/salesforce/salesforce-account.ts';
import { salesforceConnector } from '../../src/edges/connectors/salesforce/index.ts';
import { testSettings } from '../connectors/test-context.ts';
import type { RecordAccount } from './record-account.ts';
import { describeRecordConnector } from './record-connector-contract.ts';
import { standInSide, startOfAccount } from './stand-in-account.ts';

const objects = { companies: 'Account', deals: 'Opportunity', contacts: 'Contact' } as const;

async function start(): Promise<RecordAccount> {
  const { clock, world } = startOfAccount({ companies: 2100, deals: 300, contacts: 200 });
  const salesforce = await startSalesforce({ world, now: clock.now });
  const { account } = salesforce;
  const { tables } = account;
  const idOf: Parameters<typeof standInSide>[0]['idOf'] = (kind, row) => idOfRow(account, objects[kind], row);
  const { clientId, clientSecret, refreshToken } = salesforceSecrets;
  const app = { 'client-id': clientId, 'client-secret': clientSecret, 'refresh-token': refreshToken };
  return {
    connector: salesforceConnector,
    settings: testSettings(salesforce.origin),
    clock,
    secrets: app,
    ...standInSide({ tables, idOf, changeShare: salesforce.changeShare }),
    relink: () => {
      const to = (tables.dealCompany.to(5)! + 1) % 200;
      tables.dealCompany.move(5, to);
      tables.deals.update(5, {}, clock.now());
      return { stream: 'deals', id: idOf('deals', 5), to: idOf('companies', to) };
    },
    online: {
      faults: salesforce.faults,
      requests: () => salesforce.log.total,
      renewable: app,
      wrong: { ...app, 'refresh-token': 'a-refresh-token-that-opens-nothing' },
      endTokens: () => salesforce.tokens.expireAll(),
      tooMany: 'spent',
    },
    writable: {
      stream: 'companies',
      refuse: (id) => void account.refusedWrites.set(id, 'A rule says no'),
    },
    close: salesforce.close,
  };
}

describeRecordConnector({ connector: salesforceConnector, start });
