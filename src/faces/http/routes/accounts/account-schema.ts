import { z } from 'zod';
import { count, play, rate, standing, tier, tierCuts, timing, timingCuts } from './parts.ts';

const text = z.string().nullable();

const line = {
  line: z.string().describe('Id of the line on the card: `fit-2`.'),
  label: z.string(),
  outcome: z.enum(['yes', 'no', 'unknown']),
  points: z.number().describe('Points counted: 0 unless the line holds.'),
  worth: z.number().describe('Points the line is worth when it holds.'),
  held: text.describe('What the account holds of it; null when nothing is known.'),
};

const sum = z.strictObject({
  market: z.array(z.strictObject(line)),
  fit: z.array(z.strictObject(line)),
  anti: z.array(z.strictObject({ ...line, because: z.string() })),
  timing: z.array(
    z.strictObject({
      ...line,
      event: z.string(),
      newest: text,
      daysAgo: z.number().nullable(),
      after: text,
      halfLifeDays: z.number(),
      arithmetic: text.describe('`3 x 0.5^(12/60) = 2.612`.'),
    }),
  ),
  tierDependsOn: z.array(z.string()).describe('Unknown subjects on which the tier depends.'),
});

const unknown = z.strictObject({
  line: z.string(),
  part: z.enum(['market', 'fit', 'anti', 'timing']),
  label: z.string(),
  subject: z.string(),
  takes: z.number(),
  adds: z.number(),
  decides: z.boolean(),
  why: z.array(
    z.strictObject({
      reason: z.enum([
        'no-column',
        'blank',
        'straddles',
        'currency',
        'not-looked-for',
        'looked-too-early',
        'undated',
        'no-strength',
        'no-history',
        'not-comparable',
      ]),
      words: z.string().describe('The reason in English.'),
      sources: z.array(z.string()).describe('Files that could say more.'),
    }),
  ),
});

const step = z.strictObject({
  line: z.string(),
  label: z.string(),
  subject: z.string(),
  kind: z.enum(['find-out', 'can-change', 'given']),
  outcome: z.enum(['yes', 'no']),
  held: text,
});

const way = {
  steps: z.array(step),
  unless: z.array(z.string()).describe('Reasons that could then rule it out.'),
};

const up = z.strictObject({
  tier: z.enum(['A', 'B', 'C']),
  from: z.number(),
  missing: z.number(),
  ways: z.array(z.strictObject({ ...way, fit: z.number(), tier })),
  most: z.number(),
  given: z.array(step.extend({ points: z.number() })),
});

const hot = z.strictObject({
  from: z.number(),
  missing: z.number(),
  ways: z.array(z.strictObject({ ...way, timing: z.number() })),
});

const compared = z.strictObject({
  subject: z.string(),
  kind: z.enum(['field', 'tool']),
  points: z.number(),
  here: z.string(),
  there: z.string(),
});

const similarCustomer = z.strictObject({
  accountId: z.string(),
  rank: count.nullable(),
  agree: count,
  known: count,
  of: count,
  points: z.strictObject({ agree: z.number(), known: z.number() }),
  agreements: z.array(compared),
  differences: z.array(compared),
  name: text,
  since: text,
  contractValue: z.strictObject({ value: z.number(), currency: text }).nullable(),
});

const similar = z.union([
  z.strictObject({ kind: z.literal('none'), reason: z.string() }),
  z.strictObject({
    kind: z.literal('similar'),
    by: z.enum(['value', 'won']),
    compared: count,
    rule: z.string(),
    customers: z.array(similarCustomer),
  }),
]);

const judgement = z.strictObject({
  id: z.number().int(),
  accountId: text,
  pattern: text,
  team: z.string(),
  kind: z.string(),
  reason: z.string(),
  saidBy: z.string(),
  saidOn: z.string(),
});

const signal = z.strictObject({
  kind: z.string(),
  about: text,
  on: z.string(),
  strength: z.number().nullable(),
  source: text,
  url: text,
});

const person = z.strictObject({
  name: text,
  title: text,
  figure: count.nullable().describe('Place of the figure of the committee; null for others.'),
  email: text,
  emailStatus: text,
  source: text,
  obtainedOn: text,
  lawfulBasis: text,
  suppressed: z.boolean().describe('Must not be written to.'),
});

/** All there is to see of one account. */
export const accountSchema = z
  .strictObject({
    account: z.strictObject({ id: z.string(), name: text, domain: text }),
    profile: z.strictObject({ name: z.string(), version: z.number().int() }),
    snapshot: z.string(),
    asOf: z.string(),
    score: z.strictObject({
      standing,
      fit: z.number(),
      fitMin: z.number(),
      fitMax: z.number(),
      tier: tier.nullable(),
      needsData: z.boolean(),
      timing,
      timingPoints: z.number().nullable(),
    }),
    fitTiers: z.strictObject({ known: tier, least: tier, most: tier }),
    chance: rate.nullable(),
    play,
    leftOut: z.enum(['customers', 'open-deals', 'recently-lost']).nullable(),
    customer: z
      .strictObject({ since: text, until: text, rank: count.nullable(), of: count, best: z.boolean() })
      .nullable(),
    tiers: tierCuts,
    timingTiers: timingCuts,
    sum,
    unknowns: z.array(unknown),
    up: up.nullable(),
    hot: hot.nullable(),
    outlook: z.array(
      z.strictObject({
        on: z.string(),
        to: z.enum(['warm', 'cold']),
        below: z.number(),
        points: z.number(),
      }),
    ),
    similar,
    whyNow: text,
    committee: z.strictObject({ found: text, missing: text }),
    bestContact: text,
    judgements: z.array(judgement),
    timeline: z.array(signal).nullable().describe('Newest first; null when no signals were imported.'),
    people: z.array(person).nullable().describe('Figures first; null when no people were imported.'),
  })
  .meta({ id: 'Account' });
