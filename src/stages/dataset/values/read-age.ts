import type { Duration } from '../../../base/expr/index.ts';

const units: readonly (readonly [RegExp, Duration['unit'] | 'hours'])[] = [
  [
    /^(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|segundos?|minutos?|horas?|ore|ora|minuti|heures?|stunden?|minuten?)$/,
    'hours',
  ],
  [/^(?:days?|d|dias?|giorn[oi]|jours?|tag(?:en?)?)$/, 'days'],
  [/^(?:weeks?|wks?|w|semanas?|settiman[ae]|semaines?|wochen?)$/, 'weeks'],
  [/^(?:months?|mos?|mes(?:es)?|mes[ei]|mois|monat(?:en?)?)$/, 'months'],
  [/^(?:years?|yrs?|y|anos?|ann[oi]|ans?|annees?|jahr(?:en?)?)$/, 'years'],
];
const days: Readonly<Record<string, number>> = {
  today: 0,
  'just now': 0,
  hoy: 0,
  oggi: 0,
  hoje: 0,
  heute: 0,
  yesterday: 1,
  ayer: 1,
  ieri: 1,
  ontem: 1,
  hier: 1,
  gestern: 1,
};
const lead =
  /^(?:(?:posted|published|added|about|around|over|almost|nearly|more than|less than|circa|hace|il y a|vor|ha|publicado|alrededor de|mas de|casi) )*/;
const trail = / (?:ago|old|fa|atras)$/;
const longest = 40;

/**
 * How long ago a text says something was, counted to the nearest unit: `3 days ago`, `about 2 months`, `30+ days`, `hace
 * 3 semanas`; hours and minutes are today. Null when the text is no age.
 *
 * @example
 * readAge('about 2 months'); // { count: 2, unit: 'months' }
 */
export function readAge(text: string): Duration | null {
  if (text.length > longest || !/\p{L}/u.test(text)) return null;
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(lead, '')
    .replace(trail, '');
  const named = days[words];
  if (named !== undefined) return { count: named, unit: 'days' };
  const [, figures, word = ''] = /^(\d{1,4}|an?|one|una?|uno|eine[mr]?|uma?)\+? ?([a-z]+)$/.exec(words) ?? [];
  const unit = figures === undefined ? undefined : units.find(([pattern]) => pattern.test(word))?.[1];
  if (figures === undefined || unit === undefined) return null;
  if (unit === 'hours') return { count: 0, unit: 'days' };
  return { count: /^\d/.test(figures) ? Number(figures) : 1, unit };
}
