import { z } from 'zod';
import { publishVersion } from '../../../../app/publish-version.ts';
import { defineRoute } from '../../define-route.ts';
import { savedSchema } from './save-page.ts';

/** `POST /profile/publish`: the version that the list is made with from now on. */
export const publishPage = defineRoute({
  method: 'post',
  path: '/profile/publish',
  operationId: 'publishProfile',
  summary: 'Publishes a version in place of the one published before',
  tag: 'Profile',
  body: z.strictObject({ profile: z.string(), version: z.number().int(), force: z.boolean() }),
  response: savedSchema,
  handle: async ({ workspace, asOf }, { body }) => {
    const { version, published } = await publishVersion(workspace, { ...body, asOf: asOf() });
    return { kind: 'saved' as const, version, published, changed: true };
  },
});
