import { BestfitError } from '../../../base/errors/index.ts';
import type { ClientAnswer, RefreshIo, VendorRules, Verdict } from '../client/index.ts';
import type { ConnectionSettings, Usage } from '../records/index.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotLimits } from './hubspot-limits.ts';
import { hubspotNeeds } from './hubspot-needs.ts';
import { missingScopes } from './missing-scopes.ts';

/** What differs between HubSpot and other vendors; the option `plan` says what the account may ask. */
export function hubspotRules(settings: ConnectionSettings): VendorRules {
  const limits = hubspotLimits(settings.options.plan ?? null);
  return {
    label: 'HubSpot',
    origin: hubspotFacts.origin,
    limits,
    needs: hubspotNeeds,
    dayLimit: limits.some(({ name }) => name === 'day') ? 'day' : null,
    unit: 'requests',
    authorize: (token) => ({ authorization: `Bearer ${token}` }),
    refresh,
    judge,
    usageOf,
  };
}

/** A new access token by the refresh token of an app; a private app has none, its token never ends. */
async function refresh({ secrets, post }: RefreshIo): Promise<string> {
  const names = ['client-id', 'client-secret', 'refresh-token'] as const;
  const [id, secret, token] = await Promise.all(names.map((name) => secrets.get(name)));
  if (!id || !secret || !token)
    throw new BestfitError('connection.secret-missing', {
      vendor: 'HubSpot',
      variables: hubspotNeeds.filter(({ name }) => name === 'token').map(({ variable }) => variable),
      command: 'bestfit connect hubspot',
    });
  const reply = await post(`/oauth/${hubspotFacts.version}/token`, {
    grant_type: 'refresh_token',
    client_id: id,
    client_secret: secret,
    refresh_token: token,
  });
  const { access_token: access, refresh_token: next } = fieldsOf(reply.body);
  if (access === undefined) throw new BestfitError('connection.unauthorized', { vendor: 'HubSpot' });
  if (next !== undefined && next !== token) await secrets.set('refresh-token', next);
  return access;
}

function judge(answer: ClientAnswer): Verdict {
  const { status, headers } = answer;
  const { message, category } = fieldsOf(answer.body);
  const said = message ?? `status ${status}`;
  const asked = /^\d+$/.test(headers['retry-after'] ?? '') ? Number(headers['retry-after']) : null;
  const { waitSeconds } = hubspotFacts;
  if (status === 401) return { kind: 'token' };
  if (status === 403) return { kind: 'forbidden', missing: missingScopes(answer.body) ?? said };
  if (status === 429) return judgeLimit(answer, asked);
  if (status === 423)
    return { kind: 'wait', seconds: Math.max(waitSeconds.locked, asked ?? 0), why: said, sure: true };
  if (status === 477) return { kind: 'wait', seconds: asked ?? waitSeconds.burst, why: said, sure: true };
  if (status === 408 || status >= 500) return { kind: 'wait', seconds: null, why: said, sure: false };
  return { kind: 'refused', code: category ?? String(status), message: said };
}

function judgeLimit({ body }: ClientAnswer, asked: number | null): Verdict {
  const { policyName, message } = fieldsOf(body);
  const said = message ?? 'too many requests';
  if (policyName === 'DAILY' || said.includes('daily limit')) return { kind: 'spent', resetsAt: null };
  const { second, burst } = hubspotFacts.waitSeconds;
  const isSecond = policyName === 'SECONDLY' || said.includes(' secondly limit');
  return { kind: 'wait', seconds: Math.max(isSecond ? second : burst, asked ?? 0), why: said, sure: true };
}

/** Used and allowed requests of the day; searches and apps connected by OAuth say nothing of them. */
function usageOf({ headers }: ClientAnswer): Partial<Pick<Usage, 'used' | 'limit'>> | null {
  const limit = headers['x-hubspot-ratelimit-daily'];
  const left = headers['x-hubspot-ratelimit-daily-remaining'];
  if (limit === undefined || left === undefined) return null;
  return { used: Number(limit) - Number(left), limit: Number(limit) };
}

/** The texts of an answer by name; none when it is no object. */
function fieldsOf(body: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'));
}
