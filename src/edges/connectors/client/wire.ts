import type { ConnectorContext } from '../records/index.ts';
import { refusePrivateHost } from './client-origin.ts';
import { type Exchange, exchange } from './exchange.ts';
import { requestInit, requestUrl } from './requests.ts';
import type { ClientRequest } from './types.ts';

/** Sends requests below one origin. */
export type Wire = (request: ClientRequest, token: Readonly<Record<string, string>>) => Promise<Exchange>;

/** How long an address that was looked up is trusted. */
const trustedMs = 60_000;

/**
 * Makes the wire to an origin. Where private addresses are not allowed, the host's name is looked up before requests
 * (at most once a minute): whoever changes it in between still needs a certificate of that name.
 */
export function createWire(
  origin: string,
  privateOrigin: boolean,
  context: Pick<ConnectorContext, 'now' | 'signal'>,
): Wire {
  let lookedUpAt = Number.NEGATIVE_INFINITY;
  return async (request, token) => {
    context.signal?.throwIfAborted();
    if (!privateOrigin && context.now() - lookedUpAt > trustedMs) {
      const why = await lookUp(origin);
      if (why !== null) return { kind: 'failed', why, sure: true };
      lookedUpAt = context.now();
    }
    const { signal } = context;
    return exchange(requestUrl(origin, request), requestInit(request, token), { signal });
  };
}

async function lookUp(origin: string): Promise<string | null> {
  try {
    await refusePrivateHost(origin);
    return null;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return 'its name was not found';
    throw error;
  }
}
