import { z } from 'zod';
import { listVersions } from '../../../../app/list-versions.ts';
import { defineRoute } from '../../define-route.ts';
import { nameQuery, versionHead } from './parts.ts';

/** `GET /profile/versions`: what was kept when, by whom and why. */
export const getVersions = defineRoute({
  method: 'get',
  path: '/profile/versions',
  operationId: 'getProfileVersions',
  summary: 'The versions of the page, newest first: by whom, why, published and signed by which teams',
  tag: 'Profile',
  query: z.strictObject({ profile: nameQuery }),
  response: z
    .strictObject({
      kind: z.literal('versions'),
      name: z.string(),
      versions: z.array(z.strictObject(versionHead)),
    })
    .meta({ id: 'VersionList' }),
  handle: async ({ workspace }, { query }) => listVersions(workspace, query.profile ?? null),
});
