import { z } from 'zod';
import { answerJson, type Route, type StandInAnswer, type StandInRequest } from '../shared/index.ts';
import { HubspotRefusal, invalid, refusalAnswer } from './hubspot-refusal.ts';

/** What opens a stand-in of HubSpot: a private app's token never ends, an app's refresh token gives others that do. */
export const hubspotSecrets = {
  privateToken: 'pat-eu1-00000000-0000-4000-8000-000000000001',
  clientId: 'stand-in-client',
  clientSecret: 'stand-in-secret',
  refreshToken: 'stand-in-refresh-token',
} as const;

const lifetimeSeconds = 1800;
const tokenForm = z.strictObject({
  grant_type: z.literal('refresh_token'),
  client_id: z.string(),
  client_secret: z.string(),
  refresh_token: z.string(),
});

/** The access tokens of an account. */
export class HubspotTokens {
  readonly #now: () => number;
  readonly #endsAt = new Map<string, number>();
  #given = 0;
  #isPrivateRevoked = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Ends every access token that was given; refresh tokens stay good. */
  expireAll(): void {
    for (const token of this.#endsAt.keys()) this.#endsAt.set(token, this.#now());
  }

  /** Takes the private app's token away, as an administrator does: nothing brings it back. */
  revokePrivate(): void {
    this.#isPrivateRevoked = true;
  }

  /** Null when a request's token is good, or the refusal. */
  check(request: StandInRequest): StandInAnswer | null {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === hubspotSecrets.privateToken && !this.#isPrivateRevoked) return null;
    const endsAt = token === undefined ? undefined : this.#endsAt.get(token);
    if (endsAt === undefined) return unknownToken();
    return this.#now() < endsAt ? null : expired();
  }

  /** Gives access tokens: `POST /oauth/2026-09/token`, all parameters in the body. */
  routes(): readonly Route[] {
    return ['2026-03', '2026-09'].map((version) => ({
      method: 'POST',
      path: `/oauth/${version}/token`,
      handle: (request) => this.#give(request),
    }));
  }

  #give(request: StandInRequest): StandInAnswer {
    if (Object.keys(request.query).length > 0) throw invalid('parameters belong into the body');
    const form = tokenForm.safeParse(Object.fromEntries(new URLSearchParams(request.body)));
    if (!form.success) throw invalid('missing or unknown form parameter');
    const { clientId, clientSecret, refreshToken } = hubspotSecrets;
    const isKnown = form.data.client_id === clientId && form.data.client_secret === clientSecret;
    if (!isKnown || form.data.refresh_token !== refreshToken)
      throw new HubspotRefusal(400, {
        message: 'missing or invalid refresh token',
        category: 'BAD_REFRESH_TOKEN',
      });
    const access = `access-${++this.#given}`;
    this.#endsAt.set(access, this.#now() + lifetimeSeconds * 1000);
    return answerJson(200, {
      token_type: 'bearer',
      access_token: access,
      refresh_token: refreshToken,
      expires_in: lifetimeSeconds,
    });
  }
}

/** The answer to a token that HubSpot does not know. */
export function unknownToken(): StandInAnswer {
  return refusalAnswer(401, {
    message: 'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
    category: 'INVALID_AUTHENTICATION',
  });
}

/** The answer to a token that has ended. */
export function expired(): StandInAnswer {
  return refusalAnswer(401, {
    message: 'The OAuth token used to make this call expired 1 second(s) ago.',
    category: 'EXPIRED_AUTHENTICATION',
  });
}
