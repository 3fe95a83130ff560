import { type Condition, type Duration, parseDuration, type SignalKind } from '../../base/expr/index.ts';

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
 * Reads an event at a company: one of the signal catalogue and what it is about, seen within the time named or else
 * six months. An event outside the catalogue is kept as a custom signal in the words typed.
 *
 * @example
 * readSignalAnswer('hired administration'); // signal `hired` about `administration`
 */
export function readSignalAnswer(typed: string): Extract<Condition, { op: 'signal' }> {
  const { text, within } = readWindow(typed);
  for (const [phrase, kind] of PHRASES) {
    const found = phrase.exec(text);
    if (found === null) continue;
    const about = text
      .slice(found[0].length)
      .replace(/^\s*(?:(?:a|an|the|in|of|for|:)\s+)*/i, '')
      .trim();
    const named = about !== '' && !restates(kind, about);
    return { op: 'signal', signal: { kind, about: named ? about : null, within, minStrength: null } };
  }
  return { op: 'signal', signal: { kind: 'custom', about: text, within, minStrength: null } };
}

/** `opened a location`: the words after the verb say nothing that the kind does not. */
function restates(kind: SignalKind, about: string): boolean {
  const words: Readonly<Partial<Record<SignalKind, RegExp>>> = {
    location_opened: /^(?:new )?(?:locations?|offices?|sites?|stores?|clinics?|branch(?:es)?)$/i,
    funding_round: /^(?:rounds?|money|funding|capital)$/i,
    headcount_growth: /^(?:team|headcount|staff)$/i,
    technology_adopted: /^(?:new )?(?:tools?|software)$/i,
    technology_dropped: /^(?:tools?|software)$/i,
  };
  return words[kind]?.test(about) ?? false;
}

function readWindow(typed: string): { readonly text: string; readonly within: Duration } {
  const found =
    /^(.*?)[\s,]+(?:(?:with)?in|over|during)\s+(?:the\s+)?(?:last|past)?\s*((?:\d+\s+)?(?:day|week|month|year)s?)$/i.exec(
      typed.trim(),
    );
  const named = found?.[2] ?? '';
  const within = parseDuration(/^\d/.test(named) ? named : `1 ${named}`);
  return within === null
    ? { text: typed.trim(), within: { count: 6, unit: 'months' } }
    : { text: found?.[1] ?? typed, within };
}
