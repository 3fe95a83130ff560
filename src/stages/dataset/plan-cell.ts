import type { Content } from './canonical-field.ts';
import { canonicalField } from './canonical-tables.ts';
import type { CellValue } from './cell-value.ts';
import { respellSet } from './respell-set.ts';
import type { ColumnMapping } from './types.ts';
import { applyRules } from './value-rules.ts';
import {
  blank,
  isBlank,
  misfit,
  normalizeDomain,
  type Parsed,
  parseBand,
  parseBoolean,
  parseCountry,
  parseDate,
  parsed,
  parseEmail,
  parseMoney,
  parseNumber,
  parseOutcome,
  plainText,
  readDate,
  splitSet,
} from './values/index.ts';

/** Readers of canonical fields whose texts are brought to one spelling, whatever their column's kind. */
const readers: Readonly<Partial<Record<Content, (text: string) => Parsed<string>>>> = {
  domain: readDomain,
  country: parseCountry,
  email: parseEmail,
  outcome: (text) => parseOutcome(text, { stage: true }),
};

const EARLIEST_YEAR = 1600;
const LATEST_YEAR = 2200;

/**
 * Reads one cell of a mapped column: the reference for every reading in SQL. Never throws.
 *
 * @example
 * readCell(mapping, '51-200'); // { kind: 'value', value: { value: null, low: 51, high: 200, currency: null } }
 */
export function readCell(mapping: ColumnMapping, text: string): Parsed<CellValue> {
  if (text === '' || isOwnBlank(mapping, text)) return blank;
  const special = specialReader(mapping);
  return ruled(mapping, respell(mapping, special ? plain(special(text)) : readKind(mapping, text)));
}

/** The value as a person had it written. */
function respell({ spellings = [] }: ColumnMapping, reading: Parsed<CellValue>): Parsed<CellValue> {
  if (reading.kind !== 'value' || spellings.length === 0) return reading;
  const { value } = reading.value;
  if (Array.isArray(value)) {
    const elements = respellSet(value, spellings);
    return elements === null ? blank : parsed({ ...reading.value, value: elements });
  }
  const written = spellings.reduce((last, { from, to }) => (last === from ? to : last), value);
  return written === null && value !== null ? blank : parsed({ ...reading.value, value: written });
}

/** The value under the rules that a person gave. */
function ruled({ rules }: ColumnMapping, reading: Parsed<CellValue>): Parsed<CellValue> {
  if (reading.kind !== 'value' || rules === undefined) return reading;
  const value = applyRules(rules, reading.value);
  return value === null ? blank : parsed(value);
}

/** True when the column's texts are brought to one spelling by a reader of their own. */
export function hasOwnReader(mapping: ColumnMapping): boolean {
  return specialReader(mapping) !== null;
}

/** What the texts of a canonical field are, where they have a form of their own: a web address, a country. */
export function contentOf({ table, field, custom }: ColumnMapping): Content | null {
  return custom ? null : (canonicalField(table, field)?.content ?? null);
}

function specialReader(mapping: ColumnMapping): ((text: string) => Parsed<string>) | null {
  const content = contentOf(mapping);
  return content === null ? null : (readers[content] ?? null);
}

function isOwnBlank({ format }: ColumnMapping, text: string): boolean {
  return format.blanks.length > 0 && format.blanks.includes(plainText(text));
}

function readKind(mapping: ColumnMapping, text: string): Parsed<CellValue> {
  const { kind, format } = mapping;
  switch (kind) {
    case 'number':
      return banded(mapping, readAmount(mapping, text));
    case 'money':
      return banded(mapping, parseMoney(text, format));
    case 'year':
      return plain(readYear(text));
    case 'date':
      return plain(parseDate(text, format));
    case 'boolean':
      return plain(parseBoolean(text));
    case 'set':
      return readSet(text, format.separator);
    default:
      return isBlank(text, 'sure') ? blank : plain(parsed(firstOf(text, format.separator)));
  }
}

/** Of several ids in one cell the first. */
function firstOf(text: string, separator: string | null): string {
  const [first = ''] = separator === null ? [text] : splitSet(text, separator);
  return first.trim();
}

function plain(reading: Parsed<string | number | boolean>): Parsed<CellValue> {
  if (reading.kind !== 'value') return reading;
  return parsed({ value: reading.value, low: null, high: null, currency: null });
}

function banded(
  mapping: ColumnMapping,
  reading: Parsed<{ readonly low: number; readonly high: number; readonly currency?: string | null }>,
): Parsed<CellValue> {
  if (reading.kind !== 'value') return reading;
  const { low, high, currency = null } = reading.value;
  if (low !== high && !takesBands(mapping)) return misfit('a range where one number is needed');
  return parsed({ value: low === high ? low : null, low, high, currency });
}

function takesBands({ table, field, custom }: ColumnMapping): boolean {
  return custom || (canonicalField(table, field)?.banded ?? true);
}

function readAmount({ format }: ColumnMapping, text: string): Parsed<{ low: number; high: number }> {
  const exact = parseNumber(text, format);
  if (exact.kind === 'value') return parsed({ low: exact.value, high: exact.value });
  const band = exact.kind === 'blank' ? exact : parseBand(text, format);
  const marks = exact.kind === 'misfit' && exact.reason.includes('marks') ? exact : band;
  return band.kind === 'misfit' ? marks : band;
}

function readYear(text: string): Parsed<number> {
  const number = parseNumber(text, { decimal: null, scale: 1 });
  if (number.kind === 'blank') return blank;
  const date = number.kind === 'value' ? null : readDate(text, null);
  const year =
    number.kind === 'value' ? number.value : date?.kind === 'date' ? Number(date.date.slice(0, 4)) : null;
  const fits = year !== null && Number.isInteger(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR;
  return fits ? parsed(year) : misfit('not a year');
}

function readSet(text: string, separator: string | null): Parsed<CellValue> {
  const parts = isBlank(text, 'sure') ? [] : splitSet(text, separator);
  return parts.length === 0 ? blank : parsed({ value: parts, low: null, high: null, currency: null });
}

/** An address that names no company of its own (a page on a shared host, a public mailbox) is no domain. */
function readDomain(text: string): Parsed<string> {
  const domain = normalizeDomain(text);
  return domain === null ? blank : parsed(domain);
}
