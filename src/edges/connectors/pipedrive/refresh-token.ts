import { BestfitError } from '../../../base/errors/index.ts';
import type { RefreshIo } from '../client/index.ts';
import { variableOf } from './connection-needs.ts';
import { pipedriveAddresses } from './pipedrive-settings.ts';

const appSecrets = ['client-id', 'client-secret', 'refresh-token'] as const;

/**
 * Makes a new access token of an app's refresh token, with the app's own secrets in a Basic header; a new refresh token
 * that comes with it is kept. The access token begins with its scheme. A person's token never ends, so without a
 * refresh token a refused one is wrong.
 */
export async function refreshToken({ secrets, origin, post }: RefreshIo): Promise<string> {
  const [id, secret, refresh] = await Promise.all(appSecrets.map((name) => secrets.get(name)));
  if (!id || !secret || !refresh) throw secretMissing();
  const form = { grant_type: 'refresh_token', refresh_token: refresh };
  const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const answer = await post('/oauth/token', form, {
    origin: tokenOrigin(origin),
    headers: { authorization: basic },
  });
  const { access_token: access, refresh_token: next } = answer.body as Readonly<Record<string, unknown>>;
  if (typeof access !== 'string' || access === '') throw unauthorized();
  if (typeof next === 'string' && next !== '' && next !== refresh) await secrets.set('refresh-token', next);
  return `Bearer ${access}`;
}

/** Companies have their own address, tokens one for all; whatever is not Pipedrive itself gives them where it is. */
function tokenOrigin(origin: string): string {
  return new URL(origin).hostname.endsWith(pipedriveAddresses.domain) ? pipedriveAddresses.tokens : origin;
}

/** Most connections have a token; an app has its three in place of it. */
function secretMissing(): BestfitError {
  const variables = [variableOf('token')];
  return new BestfitError('connection.secret-missing', {
    vendor: 'Pipedrive',
    variables,
    command: 'bestfit connect',
  });
}

function unauthorized(): BestfitError {
  return new BestfitError('connection.unauthorized', { vendor: 'Pipedrive' });
}
