import { withinWords } from './duration-words.ts';
import { numberWords } from './number-words.ts';
import type { Signal, Speech } from './types.ts';

const kinds = new Set([
  'hired',
  'job_posted',
  'headcount_growth',
  'funding_round',
  'location_opened',
  'technology_adopted',
  'technology_dropped',
  'leadership_change',
]);

/** A signal in words: `hired administration in the last 6 months`. */
export function signalWords(speech: Speech, { kind, about, within, minStrength }: Signal): string {
  const { t, language } = speech;
  const event = eventWords(speech, { kind, about });
  const dated =
    within === null ? event : t('conditions:event-within', { event, within: withinWords(speech, within) });
  if (minStrength === null) return dated;
  return t('conditions:event-strength', { event: dated, strength: numberWords(language, minStrength) });
}

/** What happened, without its window: `hired administration`. */
export function eventWords({ t }: Speech, { kind, about }: Pick<Signal, 'kind' | 'about'>): string {
  const known = kinds.has(kind) ? kind : 'custom';
  return about === null
    ? t(`conditions:signal.${known}.event`)
    : t(`conditions:signal.${known}.about`, { about });
}

/** What to look for when a signal is unknown: `recent hires (administration)`. */
export function lookForWords({ t }: Speech, { kind, about }: Pick<Signal, 'kind' | 'about'>): string {
  const known = kinds.has(kind) ? kind : 'custom';
  return about === null
    ? t(`conditions:signal.${known}.look-for`)
    : t(`conditions:signal.${known}.look-for-about`, { about });
}
