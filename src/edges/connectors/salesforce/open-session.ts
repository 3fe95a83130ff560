import { BestfitError } from '../../../base/errors/index.ts';
import type { RefreshIo } from '../client/index.ts';
import { salesforceNeeds, salesforceSettings } from './salesforce-settings.ts';

/**
 * Opens a session: by the refresh token where there is one (a new one that comes with it is kept), else by the client's
 * own credentials (OAuth 2.0 Refresh Token Flow and Client Credentials Flow).
 */
export async function openSession({ secrets, origin, post }: RefreshIo): Promise<string> {
  const clientId = await secrets.get('client-id');
  const clientSecret = await secrets.get('client-secret');
  if (clientId === null || clientSecret === null) throw missing({ clientId, clientSecret });
  const refreshToken = await secrets.get('refresh-token');
  const grant =
    refreshToken === null
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken };
  const form = { ...grant, client_id: clientId, client_secret: clientSecret };
  const { body } = await post('/services/oauth2/token', form);
  const { access_token: token, instance_url: instance, refresh_token: rotated } = asRecord(body);
  if (typeof token !== 'string' || token === '')
    throw new BestfitError('connection.unauthorized', { vendor: salesforceSettings.label });
  if (typeof instance === 'string') refuseLoginHost(origin, instance);
  if (typeof rotated === 'string' && rotated !== refreshToken) await secrets.set('refresh-token', rotated);
  return token;
}

/** Sessions are also given at the common door, where no records are: the org's own address must be used. */
function refuseLoginHost(origin: string, instance: string): void {
  const isLogin = salesforceSettings.loginHosts.some((host) => new URL(origin).hostname === host);
  if (!isLogin) return;
  const why = `it only lets people in; the records of this org are at \`${instance}\``;
  throw new BestfitError('connection.bad-origin', { origin, why });
}

function missing(given: {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
}): BestfitError {
  const names = [
    ...(given.clientId === null ? ['client-id'] : []),
    ...(given.clientSecret === null ? ['client-secret'] : []),
  ];
  return new BestfitError('connection.secret-missing', {
    vendor: salesforceSettings.label,
    variables: salesforceNeeds.filter(({ name }) => names.includes(name)).map(({ variable }) => variable),
    command: 'bestfit connect',
  });
}

function asRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
