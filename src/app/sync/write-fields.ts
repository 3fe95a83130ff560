import type { WriteField } from '../../edges/connectors/index.ts';

/** What can be written back of an account, by the name a person chooses it by. */
export type WritableName =
  | 'fit'
  | 'tier'
  | 'timing'
  | 'play'
  | 'why_now'
  | 'reasons'
  | 'profile'
  | 'scored_on';

/** Every field that can be written back; each is made once in the CRM and belongs to Bestfit. */
export const writableFields: Readonly<Record<WritableName, WriteField>> = {
  fit: {
    name: 'bestfit_fit',
    label: 'Bestfit fit',
    description: 'Points of the ideal customer profile that are known to hold. Written by Bestfit.',
    kind: 'number',
    options: null,
  },
  tier: {
    name: 'bestfit_tier',
    label: 'Bestfit tier',
    description:
      'How well the company fits: A, B, C or D; out when something rules it out. Written by Bestfit.',
    kind: 'option',
    options: ['A', 'B', 'C', 'D', 'out'],
  },
  timing: {
    name: 'bestfit_timing',
    label: 'Bestfit timing',
    description: 'Whether something happened lately that makes now a good moment. Written by Bestfit.',
    kind: 'option',
    options: ['hot', 'warm', 'cold', 'unknown'],
  },
  play: {
    name: 'bestfit_play',
    label: 'Bestfit play',
    description: 'What to do with it now. Written by Bestfit.',
    kind: 'option',
    options: ['call today', 'careful', 'sequence', 'out'],
  },
  why_now: {
    name: 'bestfit_why_now',
    label: 'Bestfit why now',
    description: 'The latest event that counts. Written by Bestfit.',
    kind: 'text',
    options: null,
  },
  reasons: {
    name: 'bestfit_reasons',
    label: 'Bestfit reasons',
    description: 'The conditions that gave or took points. Written by Bestfit.',
    kind: 'long-text',
    options: null,
  },
  profile: {
    name: 'bestfit_profile',
    label: 'Bestfit profile',
    description: 'Name and version of the profile it was scored by. Written by Bestfit.',
    kind: 'text',
    options: null,
  },
  scored_on: {
    name: 'bestfit_scored_on',
    label: 'Bestfit scored on',
    description: 'The day on which it was scored. Written by Bestfit.',
    kind: 'date',
    options: null,
  },
};
