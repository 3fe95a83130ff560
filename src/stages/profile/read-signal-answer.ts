import type { Condition, SignalKind } from '../../base/expr/index.ts';

const PHRASES: readonly (readonly [RegExp, SignalKind])[] = [
  [
    /^(?:job posted(?: for)?|job post(?:ing)?(?: for)?|posts? a job(?: for)?|hiring|vacancy(?: for)?)\b/i,
    'job_posted',
  ],
  [/^(?:hired|hires?)\b/i, 'hired'],
  [/^(?:headcount growth|growing team|team growth|grows?|growing)\b/i, 'headcount_growth'],
  [/^(?:funding round|funding|raised(?: money)?|raises?(?: money)?|investment)\b/i, 'funding_round'],
  [
    /^(?:new (?:location|office|site|store|clinic|branch)|location opened|opens?|opened)\b/i,
    'location_opened',
  ],
  [/^(?:adopt(?:ed|s)?|new tool|bought|started using)\b/i, 'technology_adopted'],
  [/^(?:dropp?(?:ed|s)?|left|stopped using)\b/i, 'technology_dropped'],
  [
    /^(?:leadership change|management change|new (?=ceo|cto|cfo|cmo|coo|director|manager|head\b|owner))/i,
    'leadership_change',
  ],
];

/**
 * Reads an event at a company: one of the signal catalogue and what it is about, seen within six months. An event
 * outside the catalogue is kept as a custom signal in the words typed.
 *
 * @example
 * readSignalAnswer('hired administration'); // signal `hired` about `administration`
 */
export function readSignalAnswer(text: string): Extract<Condition, { op: 'signal' }> {
  const within = { count: 6, unit: 'months' } as const;
  for (const [phrase, kind] of PHRASES) {
    const found = phrase.exec(text);
    if (found === null) continue;
    const about = text
      .slice(found[0].length)
      .replace(/^\s*(?:a|an|the|in|of|for|:)\s+/i, '')
      .trim();
    return { op: 'signal', signal: { kind, about: about === '' ? null : about, within, minStrength: null } };
  }
  return { op: 'signal', signal: { kind: 'custom', about: text, within, minStrength: null } };
}
