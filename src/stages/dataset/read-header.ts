import { plainText, readUnit } from './values/index.ts';

/** What the header of a column says beside its name. */
export interface HeaderReading {
  /** The name without its unit, in plain words. */
  readonly words: string;
  readonly currency: string | null;
  /** Factor of the numbers below it: 1000 for `(k€)`. */
  readonly scale: number;
  /** `%`, `days`, `months`, ...; null when none is written. */
  readonly unit: string | null;
  readonly dateOrder: 'dmy' | 'mdy' | null;
}

const units: Readonly<Record<string, readonly string[]>> = {
  '%': ['%', 'percent', 'pct', 'porcentaje', 'percentuale', 'prozent', 'pourcentage', 'por ciento'],
  days: ['days', 'day', 'dias', 'giorni', 'gg', 'jours', 'tage'],
  months: ['months', 'month', 'meses', 'mesi', 'mois', 'monate'],
  years: ['years', 'year', 'anos', 'anni', 'annees', 'ans', 'jahre'],
  hours: ['hours', 'hrs', 'h', 'horas', 'ore', 'heures', 'stunden'],
  minutes: ['minutes', 'min', 'minutos', 'minuti', 'minuten'],
  m2: ['m2', 'sqm', 'mq', 'qm'],
  kg: ['kg', 'kgs'],
};

const longestHeader = 120;
const brackets = /[([{]([^)\]}]*)[)\]}]/g;
const inUnit = /\s+(?:in|en|em)\s+(\S+(?:\s+\S+){0,3})$/i;
const lastWord =
  /[\s_-]+((?:k|m|mn|mio\.?|t)?\s?(?:€|\$|£|eur|euros?|usd|gbp|chf|brl|mxn|cad|aud|sek|nok|dkk|pln|ars|clp|cop))$/i;

/**
 * Reads a header: its words, and the unit, factor, currency or date order written beside them.
 *
 * @example
 * readHeader('Annual revenue (k€)');
 * // { words: 'annual revenue', currency: 'EUR', scale: 1000, unit: null, dateOrder: null }
 */
export function readHeader(header: string): HeaderReading {
  const text = header
    .slice(0, longestHeader)
    .replace(/__c$/i, '')
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ');
  const notes = [...text.matchAll(brackets)].map((match) => match[1] ?? '');
  const bare = text.replace(brackets, ' ').trim();
  const tail = inUnit.exec(bare) ?? lastWord.exec(bare);
  const tailUnit = tail === null ? null : unitOf(tail[1] ?? '');
  const stated = notes.map(unitOf).find((unit) => unit !== null) ?? tailUnit;
  const words = plainText(tailUnit === null || tail === null ? bare : bare.slice(0, tail.index));
  const percent = /%/.test(bare) ? '%' : null;
  return {
    words: words === '' ? plainText(text) : words,
    currency: stated?.currency ?? null,
    scale: stated?.scale ?? 1,
    unit: stated?.unit ?? percent,
    dateOrder: notes.map(orderOf).find((order) => order !== null) ?? null,
  };
}

function unitOf(
  note: string,
): { readonly currency: string | null; readonly scale: number; readonly unit: string | null } | null {
  const lower = note.toLowerCase().trim();
  const words = plainText(lower);
  const unit =
    Object.keys(units).find((name) => units[name]?.includes(words) || units[name]?.includes(lower)) ?? null;
  if (unit !== null) return { currency: null, scale: 1, unit };
  const thousands = /^(.*?)\s*['’]?000s?$/.exec(lower);
  const amount = readUnit(thousands === null ? withoutAccents(lower) : (thousands[1] ?? ''), null);
  if (amount === null) return null;
  const factor = thousands === null ? amount.factor : 1_000;
  const letter = /^[a-jl-z]{1,2}$/.test(words) && amount.currency === undefined;
  if (letter || (factor === null && (amount.currency ?? null) === null)) return null;
  return { currency: amount.currency ?? null, scale: factor ?? 1, unit: null };
}

function orderOf(note: string): 'dmy' | 'mdy' | null {
  const letters = note.toLowerCase().replace(/[\s./-]/g, '');
  if (!/^[dmjygat]+$/.test(letters)) return null;
  if (/^d+m+/.test(letters) || /^[jgt]+m+/.test(letters)) return 'dmy';
  return /^m+[djgt]+/.test(letters) ? 'mdy' : null;
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
