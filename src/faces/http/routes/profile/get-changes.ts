import { z } from 'zod';
import { diffStored } from '../../../../app/diff-versions.ts';
import { defineRoute } from '../../define-route.ts';
import { messageSchema, nameQuery } from './parts.ts';

const version = z.coerce.number().int().min(1).optional();

/** `GET /profile/changes`: the difference of two versions. */
export const getPageChanges = defineRoute({
  method: 'get',
  path: '/profile/changes',
  operationId: 'getProfileChanges',
  summary: 'What changed between two versions of the page, in words and as codes',
  tag: 'Profile',
  query: z.strictObject({
    profile: nameQuery,
    from: version.describe('Left out, the one before `to`.'),
    to: version.describe('Left out, the newest.'),
  }),
  response: z
    .strictObject({
      name: z.string(),
      from: z.number().int(),
      to: z.number().int(),
      changes: z.array(
        z.strictObject({
          kind: z.enum(['added', 'removed', 'changed']),
          path: z.string(),
          words: z.string(),
          change: messageSchema,
        }),
      ),
    })
    .meta({ id: 'PageChanges' }),
  handle: async ({ workspace }, { query }) =>
    diffStored(workspace, {
      profile: query.profile ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
    }),
});
