import { z } from 'zod';
import { restoreVersion } from '../../../../app/restore-version.ts';
import { defineRoute } from '../../define-route.ts';

/** `POST /patterns/undo-line`: the page as it was before a line was added. */
export const undoLine = defineRoute({
  method: 'post',
  path: '/patterns/undo-line',
  operationId: 'undoLine',
  summary: 'Makes the page of an earlier version the newest again, as a version of its own',
  tag: 'Patterns',
  body: z.strictObject({ profile: z.string(), version: z.number().int().min(1) }),
  response: z
    .strictObject({ version: z.number().int(), published: z.boolean(), changed: z.boolean() })
    .meta({ id: 'RestoredVersion' }),
  handle: async ({ workspace, by, now }, { body }) =>
    restoreVersion(workspace, { ...body, by, why: null, at: now() }),
});
