import { hubspotSecrets, startHubspot } from '../../samples/crm/hubspot/index.ts';
import { pipedrivePlan, pipedriveSecrets, startPipedrive } from '../../samples/crm/pipedrive/index.ts';
import { salesforceSecrets, startSalesforce } from '../../samples/crm/salesforce/index.ts';
import {
  companyWorld,
  createStandInClock,
  type StandInClock,
  type WorldSize,
} from '../../samples/crm/shared/index.ts';
import { recordConnectors } from '../../src/edges/connectors/index.ts';
import { type StandInWorkspace, standInWorkspace } from './stand-in-workspace.ts';

/** The day on which the worlds of these tests stand. */
export const worldDay = Date.UTC(2026, 8, 1, 12);

const vendors = {
  hubspot: {
    start: startHubspot,
    secrets: { token: hubspotSecrets.privateToken },
  },
  salesforce: {
    start: startSalesforce,
    secrets: {
      'client-id': salesforceSecrets.clientId,
      'client-secret': salesforceSecrets.clientSecret,
      'refresh-token': salesforceSecrets.refreshToken,
    },
  },
  pipedrive: {
    start: (options: Parameters<typeof startHubspot>[0]) =>
      startPipedrive({ ...options, plan: pipedrivePlan('ultimate', 5) } as never),
    secrets: { token: pipedriveSecrets.apiToken },
  },
} as const;

/** The vendors with a stand-in. */
export type Vendor = keyof typeof vendors;

/** A stand-in, and a workspace that is connected to it. */
export interface ConnectedVendor {
  readonly clock: StandInClock;
  readonly standIn: Awaited<ReturnType<typeof startHubspot>>;
  readonly workspace: StandInWorkspace;
  readonly close: () => Promise<void>;
}

/** Starts the stand-in of a vendor with a world of a size, and connects a workspace to it. */
export async function connectVendor(vendor: Vendor, size: WorldSize): Promise<ConnectedVendor> {
  const clock = createStandInClock(worldDay);
  const world = companyWorld(5, size, worldDay);
  const { start, secrets } = vendors[vendor];
  const standIn = (await start({ world, now: clock.now })) as ConnectedVendor['standIn'];
  const connector = recordConnectors.find(({ name }) => name === vendor)!;
  const workspace = await standInWorkspace({ connector, clock, origin: standIn.origin, secrets });
  return {
    clock,
    standIn,
    workspace,
    close: async () => {
      await workspace.dispose();
      await standIn.close();
    },
  };
}
