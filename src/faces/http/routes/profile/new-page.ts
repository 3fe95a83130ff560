import { z } from 'zod';
import { createProfile } from '../../../../app/new-profile.ts';
import { defineRoute } from '../../define-route.ts';
import { conditionSchema } from '../../schemas/index.ts';

const answer = z.string().max(2000).optional();

const answers = z.strictObject({
  offer: answer,
  customers: answer,
  size: answer,
  place: answer,
  tools: answer,
  signals: answer,
  exclusions: answer,
  buyer: answer,
  user: answer,
  blocker: answer,
});

/** `POST /profile/new`: the first page of a founder without data. */
export const newPage = defineRoute({
  method: 'post',
  path: '/profile/new',
  operationId: 'newProfile',
  summary: 'Writes a hypothesis page from the answers to ten questions, and records what was believed',
  tag: 'Profile',
  body: z.strictObject({ name: z.string().trim().min(1).max(120), answers }),
  response: z
    .strictObject({
      name: z.string(),
      version: z.number().int(),
      hypotheses: z.array(
        z.strictObject({ condition: conditionSchema, label: z.string(), test: z.string() }),
      ),
      unread: z.array(z.strictObject({ question: z.string(), text: z.string(), why: z.string() })),
    })
    .meta({ id: 'NewPage' }),
  handle: async ({ workspace, now, by }, { body }) => {
    const typed = Object.entries(body.answers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const made = await createProfile(workspace, {
      name: body.name,
      answers: Object.fromEntries(typed),
      at: now(),
      by,
    });
    const { version, hypotheses, unread } = made;
    return { name: version.name, version: version.version, hypotheses, unread };
  },
});
