import { z } from 'zod';

/** A whole number from zero on. */
export const count = z.number().int().min(0);

/** The name of a page; left out, the one worked with. */
export const nameQuery = z
  .string()
  .optional()
  .describe('Name of the page; left out, the one published last.');

/** The values that a sentence holds. */
const paramsSchema = z.record(z.string(), z.unknown());

/** A sentence as a code with what it holds. */
export const messageSchema = z
  .strictObject({ code: z.string(), params: paramsSchema })
  .meta({ id: 'Message' });

/** One mistake of the page. */
export const findingSchema = z
  .strictObject({
    rule: z.string(),
    code: z.string().describe('Which sentence it is.'),
    params: paramsSchema.describe('What the sentence holds.'),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    remedy: z.string(),
    path: z.string().nullable().describe('Place on the page, `fit.firmographic[1]`.'),
  })
  .meta({ id: 'PageFinding' });

/** Who signed for which team, and when. */
const signature = z.strictObject({ team: z.string(), by: z.string(), on: z.string() });

/** A version without its page. */
export const versionHead = {
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  why: z.string().nullable(),
  published: z.boolean(),
  signedBy: z.array(signature),
  snapshot: z.string().nullable().describe('The data it was last checked against.'),
};

/** Accounts per tier. */
export const tierCounts = z.strictObject({ A: count, B: count, C: count, D: count });
