import { z } from 'zod';
import { signProfile } from '../../../../app/sign-profile.ts';
import { defineRoute } from '../../define-route.ts';
import { versionHead } from './parts.ts';

/** `POST /profile/signatures`: a team stands behind a version. */
export const signPage = defineRoute({
  method: 'post',
  path: '/profile/signatures',
  operationId: 'signProfile',
  summary: 'Records that a team stands behind a version of the page',
  tag: 'Profile',
  body: z.strictObject({
    profile: z.string(),
    version: z.number().int(),
    team: z.enum(['sales', 'product', 'marketing']),
  }),
  response: z.strictObject({ name: z.string(), ...versionHead }).meta({ id: 'SignedVersion' }),
  handle: async ({ workspace, by, asOf }, { body }) => {
    const { profile: _, ...head } = await signProfile(workspace, { ...body, by, on: asOf() });
    return head;
  },
});
