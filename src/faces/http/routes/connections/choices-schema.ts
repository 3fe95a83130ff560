import { z } from 'zod';

/** What being in a stage means. */
export const outcomeSchema = z.enum(['won', 'lost', 'open']);

/** When a connection is synced by itself. */
export const newScheduleSchema = z
  .strictObject({
    cron: z.string().min(1).describe('Minute, hour, day of the month, month, day of the week.'),
    timeZone: z.string().nullable().default(null).describe("`Europe/Madrid`; null: the machine's own."),
    write: z.boolean().default(false).describe('Whether it also scores and writes back.'),
  })
  .meta({ id: 'NewSchedule' });

/** The same, with when it was set. */
export const scheduleSchema = newScheduleSchema
  .extend({ since: z.string().describe('When it was set: nothing before is due.') })
  .meta({ id: 'ConnectionSchedule' });

/** The names by which a person chooses what is written back. */
export const writableSchema = z.string().describe('`fit`, `tier`, `timing`, `play`, `why_now`, ...');

/** What a person set of a connection. */
export const choicesSchema = z
  .strictObject({
    origin: z.string().nullable(),
    privateOrigin: z.boolean(),
    budgetShare: z.number().min(0).max(1).describe("Of the day's budget that may be used."),
    options: z.record(z.string(), z.string()).describe("The vendor's own settings: `plan`, `seats`."),
    streams: z.array(z.string()),
    fields: z.record(z.string(), z.strictObject({ add: z.array(z.string()), leave: z.array(z.string()) })),
    outcomes: z.record(z.string(), outcomeSchema).describe('What a person said that stages mean, by id.'),
    write: z.array(writableSchema),
    schedule: scheduleSchema.nullable(),
    fullReadDays: z.number(),
  })
  .meta({ id: 'ConnectionChoices' });
