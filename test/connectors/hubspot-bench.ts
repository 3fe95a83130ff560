import {
  type HubspotOptions,
  type HubspotStandIn,
  hubspotSecrets,
  startHubspot,
} from '../../samples/crm/hubspot/index.ts';
import {
  type CompanyWorld,
  companyWorld,
  createStandInClock,
  type StandInClock,
  type WorldSize,
} from '../../samples/crm/shared/index.ts';
import { hubspotConnector } from '../../src/edges/connectors/hubspot/index.ts';
import type { ReadRequest, RecordPage, RecordSource } from '../../src/edges/connectors/records/index.ts';
import { testContext, testSettings } from './test-context.ts';

/** A stand-in of HubSpot with a world in it, and sources that read it on its clock. */
export interface HubspotBench {
  readonly world: CompanyWorld;
  readonly clock: StandInClock;
  readonly hubspot: HubspotStandIn;
  /** A new source, as another process would open it; by OAuth, tokens are kept from one to the next. */
  readonly open: (by?: 'token' | 'oauth') => RecordSource;
  readonly close: () => Promise<void>;
}

/** The moment at which the bench's clock begins. */
export const benchStart = Date.UTC(2026, 8, 1, 12);

/** Starts a stand-in with a world of this size. */
export async function startHubspotBench(
  size: WorldSize,
  options: Partial<HubspotOptions> = {},
): Promise<HubspotBench> {
  const clock = createStandInClock(benchStart);
  const world = companyWorld(3, size, benchStart);
  const hubspot = await startHubspot({ world, now: clock.now, ...options });
  const { privateToken, clientId, clientSecret, refreshToken } = hubspotSecrets;
  const contexts = {
    token: testContext(clock, { token: privateToken }),
    oauth: testContext(clock, {
      'client-id': clientId,
      'client-secret': clientSecret,
      'refresh-token': refreshToken,
    }),
  };
  const settings = testSettings(hubspot.origin, { budgetShare: 1, options: { plan: 'professional' } });
  const open = (by: 'token' | 'oauth' = 'token'): RecordSource =>
    hubspotConnector.open(settings, contexts[by]);
  return { world, clock, hubspot, open, close: hubspot.close };
}

/** What to read; nothing known, and everything of it, unless said. */
type Wish = Partial<ReadRequest> & Pick<ReadRequest, 'stream' | 'fields'>;

/** Ids as a store gives them: in order, after one. */
export function knownFrom(ids: readonly string[]): ReadRequest['known'] {
  return async (after, limit) => {
    const start = after === null ? 0 : ids.indexOf(after) + 1;
    return ids.slice(start, start + limit);
  };
}

/** Reads all pages of a stream, each by what `open` gives. */
export async function readPages(open: () => RecordSource, wish: Wish): Promise<readonly RecordPage[]> {
  const pages: RecordPage[] = [];
  let cursor = wish.cursor ?? null;
  do {
    const page = await open().read({ since: null, known: knownFrom([]), ...wish, cursor });
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

/** All that several pages hold. */
export function together(pages: readonly RecordPage[]) {
  return {
    records: pages.flatMap(({ records }) => records),
    gone: pages.flatMap(({ gone }) => gone),
    relinked: pages.flatMap(({ relinked }) => relinked),
    history: pages.flatMap(({ history }) => history),
  };
}
