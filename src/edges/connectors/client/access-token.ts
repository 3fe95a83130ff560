import { BestfitError } from '../../../base/errors/index.ts';
import type { RefreshIo, VendorRules } from './types.ts';

/** The access token of a connection. */
export interface AccessToken {
  /** The one in use: kept (`token`, `access-token`), else a new one. */
  readonly current: () => Promise<string>;
  /** A new one in place of `ended`, unless somebody else got one meanwhile; gives up with `connection.unauthorized`. */
  readonly renew: (ended: string) => Promise<void>;
}

/** Where a token that was got by refreshing is kept. */
const refreshedName = 'access-token';

/** Keeps one token for all requests of a client; however many wait for a new one, one is asked for. */
export function createAccessToken(
  rules: VendorRules,
  io: RefreshIo,
  signal: AbortSignal | null,
): AccessToken {
  let token: string | null = null;
  let getting: Promise<string> | null = null;
  const refresh = async (): Promise<string> => {
    const fresh = await refreshed(rules, io, signal);
    await io.secrets.set(refreshedName, fresh);
    return fresh;
  };
  const single = async (get: () => Promise<string>): Promise<string> => {
    getting ??= get().finally(() => {
      getting = null;
    });
    token = await getting;
    return token;
  };
  const kept = async (): Promise<string> =>
    (await io.secrets.get('token')) ?? (await io.secrets.get(refreshedName)) ?? (await refresh());
  return {
    current: async () => token ?? (await single(kept)),
    renew: async (ended) => {
      if (token !== ended) return;
      try {
        await single(refresh);
      } catch (error) {
        const isMissing = error instanceof BestfitError && error.code === 'connection.secret-missing';
        throw isMissing ? unauthorized(rules) : error;
      }
    },
  };
}

/** The refusal of a token that cannot be made new. */
export function unauthorized({ label }: VendorRules): BestfitError {
  return new BestfitError('connection.unauthorized', { vendor: label });
}

/** A vendor's answer that was not understood may hold tokens: such an error is not passed on. */
async function refreshed(rules: VendorRules, io: RefreshIo, signal: AbortSignal | null): Promise<string> {
  if (rules.refresh === null) throw secretMissing(rules);
  try {
    return await rules.refresh(io);
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof BestfitError ? error : unauthorized(rules);
  }
}

function secretMissing({ label, needs = [] }: VendorRules): BestfitError {
  const missing = needs.filter(({ secret, required }) => secret && required);
  return new BestfitError('connection.secret-missing', {
    vendor: label,
    variables: missing.map(({ variable }) => variable),
    command: 'bestfit connect',
  });
}
