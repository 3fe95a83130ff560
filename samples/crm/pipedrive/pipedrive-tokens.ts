import { answerJson, type Route, type StandInAnswer, type StandInRequest } from '../shared/index.ts';
import { invalid, refusalAnswer } from './pipedrive-refusal.ts';

/** What opens a stand-in of Pipedrive: a person's API token, or an app's refresh token. */
export const pipedriveSecrets = {
  apiToken: 'stand-in-0000000000000000000000000000000',
  clientId: 'stand-in-client',
  clientSecret: 'stand-in-secret',
  refreshToken: 'stand-in-refresh-token',
} as const;

const lifetimeSeconds = 3599;

/** The access tokens of an account. */
export class PipedriveTokens {
  readonly #now: () => number;
  readonly #endsAt = new Map<string, number>();
  #given = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Ends every access token that was given. */
  expireAll(): void {
    for (const token of this.#endsAt.keys()) this.#endsAt.set(token, this.#now());
  }

  /** Null when a request's token is good, or the refusal. */
  check(request: StandInRequest): StandInAnswer | null {
    if (request.headers['x-api-token'] === pipedriveSecrets.apiToken) return null;
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const endsAt = this.#endsAt.get(token);
    return endsAt !== undefined && this.#now() < endsAt ? null : unauthorized();
  }

  /** Gives access tokens: `POST /oauth/token`, the app's own secrets in a Basic header. */
  route(origin: () => string): Route {
    return { method: 'POST', path: '/oauth/token', handle: (request) => this.#give(request, origin()) };
  }

  #give(request: StandInRequest, origin: string): StandInAnswer {
    const { clientId, clientSecret, refreshToken } = pipedriveSecrets;
    const form = new URLSearchParams(request.body);
    const names = [...form.keys()].sort().join();
    if (names !== 'grant_type,refresh_token' || form.get('grant_type') !== 'refresh_token')
      throw invalid('missing or unknown form parameter');
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    if (request.headers.authorization !== basic || form.get('refresh_token') !== refreshToken)
      return answerJson(400, { success: false, error: 'invalid_grant', message: 'Invalid refresh token' });
    const access = `access-${++this.#given}`;
    this.#endsAt.set(access, this.#now() + lifetimeSeconds * 1000);
    return answerJson(200, {
      access_token: access,
      token_type: 'Bearer',
      refresh_token: refreshToken,
      scope: 'base,deals:full,contacts:full',
      expires_in: lifetimeSeconds,
      api_domain: origin,
    });
  }
}

/** The answer to a token that is not good. */
export function unauthorized(): StandInAnswer {
  return refusalAnswer(401, 'unauthorized access');
}
