import { z } from 'zod';
import { savePage as save } from '../../../../app/save-page.ts';
import { defineRoute } from '../../define-route.ts';
import { profileSchema } from './profile-schema.ts';

/** A version that was kept. */
export const savedSchema = z
  .strictObject({
    kind: z.literal('saved'),
    version: z.number().int(),
    published: z.boolean(),
    changed: z.boolean(),
  })
  .meta({ id: 'SavedPage' });

/** `POST /profile/versions`: keeps an edited page. */
export const savePage = defineRoute({
  method: 'post',
  path: '/profile/versions',
  operationId: 'saveProfile',
  summary: 'Keeps an edited page as a new version, unless another was kept since the one it was made from',
  tag: 'Profile',
  body: z.strictObject({
    profile: profileSchema,
    base: z.number().int().nullable().describe('The newest version that was known; null for a new name.'),
    why: z.string().trim().max(500).nullable(),
    publish: z.boolean(),
    force: z.boolean().describe('Publish it with conditions that no source can search yet.'),
  }),
  response: savedSchema,
  handle: async ({ workspace, asOf, by, now }, { body }) =>
    save(workspace, { ...body, asOf: asOf(), at: now(), by }),
});
