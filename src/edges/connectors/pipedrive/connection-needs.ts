import type { ConnectionNeed } from '../records/index.ts';

/** What a connection to Pipedrive needs: a person's API token, or an app's id, secret and refresh token in its place. */
export const connectionNeeds: readonly ConnectionNeed[] = [
  need('token', 'API token (Personal preferences, API)', true),
  need('client-id', 'Client id of an app, in place of a token', false),
  need('client-secret', 'Client secret of the app', true),
  need('refresh-token', 'Refresh token of the app', true),
];

/** The environment variable of a secret: `BESTFIT_PIPEDRIVE_TOKEN`. */
export function variableOf(name: string): string {
  return `BESTFIT_PIPEDRIVE_${name.toUpperCase().replaceAll('-', '_')}`;
}

function need(name: string, label: string, secret: boolean): ConnectionNeed {
  return { name, label, variable: variableOf(name), secret, required: false };
}
