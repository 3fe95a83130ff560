import { answerJson, type Route, type StandInAnswer, type StandInRequest } from '../shared/index.ts';
import { invalidSession } from './salesforce-refusal.ts';

/** What opens a stand-in of Salesforce. */
export const salesforceSecrets = {
  clientId: 'stand-in-client',
  clientSecret: 'stand-in-secret',
  refreshToken: 'stand-in-refresh-token',
} as const;

const lifetimeMs = 2 * 60 * 60_000;

/** The sessions of an account. */
export class SalesforceTokens {
  readonly #now: () => number;
  readonly #endsAt = new Map<string, number>();
  #given = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Opens a session without asking for secrets, for tests that are about something else. */
  open(): string {
    const token = `00D0K0000000001!session.${++this.#given}`;
    this.#endsAt.set(token, this.#now() + lifetimeMs);
    return token;
  }

  /** Ends every session. */
  expireAll(): void {
    for (const token of this.#endsAt.keys()) this.#endsAt.set(token, this.#now());
  }

  /** Null when a request's session is open, or the refusal. */
  check(request: StandInRequest): StandInAnswer | null {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const endsAt = this.#endsAt.get(token);
    return endsAt !== undefined && this.#now() < endsAt ? null : invalidSession();
  }

  /** Opens sessions: `POST /services/oauth2/token`. The answer does not say when the session ends. */
  route(origin: () => string): Route {
    return {
      method: 'POST',
      path: '/services/oauth2/token',
      handle: (request) => this.#give(request, origin()),
    };
  }

  #give(request: StandInRequest, origin: string): StandInAnswer {
    const { clientId, clientSecret, refreshToken } = salesforceSecrets;
    const form = new URLSearchParams(request.body);
    const refuse = (error: string) =>
      answerJson(400, { error, error_description: error.replaceAll('_', ' ') });
    const type = form.get('grant_type');
    const expected = type === 'refresh_token' ? ['refresh_token'] : [];
    const names = [...form.keys()].sort().join();
    if (type !== 'refresh_token' && type !== 'client_credentials') return refuse('unsupported_grant_type');
    if (names !== ['client_id', 'client_secret', 'grant_type', ...expected].sort().join())
      return refuse('invalid_request');
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return refuse('invalid_client');
    if (type === 'refresh_token' && form.get('refresh_token') !== refreshToken)
      return refuse('invalid_grant');
    return answerJson(200, {
      access_token: this.open(),
      instance_url: origin,
      id: `${origin}/id/00D0K0000000001/0050K0000000001`,
      token_type: 'Bearer',
      issued_at: String(this.#now()),
      signature: 'stand-in',
    });
  }
}
