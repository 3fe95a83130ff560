import type { ConnectionNeed } from '../records/index.ts';

/** The token of a private app; or, in its place, the three of an app that was connected by OAuth. */
export const hubspotNeeds: readonly ConnectionNeed[] = [
  {
    name: 'token',
    label: 'Access token of a private app',
    variable: 'BESTFIT_HUBSPOT_TOKEN',
    secret: true,
    required: false,
  },
  {
    name: 'client-id',
    label: 'Client ID of an app (instead of a token)',
    variable: 'BESTFIT_HUBSPOT_CLIENT_ID',
    secret: false,
    required: false,
  },
  {
    name: 'client-secret',
    label: 'Client secret of that app',
    variable: 'BESTFIT_HUBSPOT_CLIENT_SECRET',
    secret: true,
    required: false,
  },
  {
    name: 'refresh-token',
    label: 'Refresh token of that app',
    variable: 'BESTFIT_HUBSPOT_REFRESH_TOKEN',
    secret: true,
    required: false,
  },
];
