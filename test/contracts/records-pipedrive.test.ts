import { pipedriveSecrets, startPipedrive } from '../../samples/crm/pipedrive/index.ts';
import { pipedriveConnector } from '../../src/edges/connectors/pipedrive/index.ts';
import { testSettings } from '../connectors/test-context.ts';
import type { RecordAccount } from './record-account.ts';
import { describeRecordConnector } from './record-connector-contract.ts';
import { standInSide, startOfAccount } from './stand-in-account.ts';

async function start(): Promise<RecordAccount> {
  const { clock, world } = startOfAccount({ companies: 540, deals: 560, contacts: 150 });
  const pipedrive = await startPipedrive({ world, now: clock.now });
  const { tables } = pipedrive.account;
  const idOf: Parameters<typeof standInSide>[0]['idOf'] = (kind, row) => String(tables[kind].idOf(row));
  const { apiToken, clientId, clientSecret, refreshToken } = pipedriveSecrets;
  return {
    connector: pipedriveConnector,
    settings: testSettings(pipedrive.origin, { options: { plan: 'premium', seats: '5' } }),
    clock,
    secrets: { token: apiToken },
    ...standInSide({ tables, idOf, changeShare: pipedrive.changeShare }),
    relink: () => {
      const to = (tables.dealCompany.to(5)! + 1) % 200;
      tables.dealCompany.move(5, to);
      tables.deals.update(5, {}, clock.now());
      return { stream: 'deals', id: idOf('deals', 5), to: idOf('companies', to) };
    },
    online: {
      faults: pipedrive.faults,
      requests: () => pipedrive.log.total,
      renewable: { 'client-id': clientId, 'client-secret': clientSecret, 'refresh-token': refreshToken },
      wrong: { token: 'an-api-token-that-opens-nothing' },
      endTokens: () => pipedrive.tokens.expireAll(),
      tooMany: 'wait',
    },
    writable: { stream: 'companies', refuse: null },
    close: pipedrive.close,
  };
}

describeRecordConnector({ connector: pipedriveConnector, start });
