import type { MoneyFormat } from './formats.ts';
import { scaleNumber } from './parse-number.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import { readUnit, type Unit } from './read-unit.ts';

/** A number with what stands around it. */
export interface Amount {
  /** As written, before any factor. */
  readonly bare: number;
  readonly value: number;
  /** Factor that the text itself states; null when it states none. */
  readonly factor: number | null;
  /** Undefined when the text names no currency; null when it names one that several countries share. */
  readonly currency: string | null | undefined;
  readonly reading: NumberReading;
}

const englishCurrencies = new Set(['USD', 'GBP', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']);

/**
 * Reads one amount in lower case without accents: `€1.2m`, `1,2 m€`, `usd 1.5 bn`, `(12 mil €)`, `10k`.
 * A short form speaks for itself where the column's decimal mark does not fit it: `€1.2k` among `1.234,56`.
 * Null when it is none, or when `mil` could be thousand as well as million (`$5 mil`).
 */
export function readAmount(text: string, format: MoneyFormat): Amount | null {
  const split = /^([^\d]*?)((?:[.,])?\d(?:.*\d)?)([^\d]*)$/s.exec(text.trim());
  if (split === null) return null;
  const [, before = '', digits = '', after = ''] = split;
  const sign = signOf(before, after);
  if (sign === null) return null;
  const front = readUnit(sign.before, format.currency);
  const back = readUnit(sign.after, format.currency);
  if (front === null || back === null) return null;
  const unit = joinUnits(front, back);
  if (unit === null) return null;
  const factor = unit.factor;
  const number = sign.negative ? `-${digits}` : digits;
  const reading = readNumber(number, format.decimal) ?? (factor === null ? null : readNumber(number, null));
  if (reading === null) return null;
  if (unit.mil && englishCurrencies.has(unit.currency ?? format.currency ?? '')) return null;
  const value = scaleNumber(reading.value, factor ?? format.scale);
  return {
    bare: reading.value,
    value,
    factor,
    currency: unit.currency,
    reading: { ...reading, percent: sign.percent },
  };
}

interface Sign {
  readonly before: string;
  readonly after: string;
  readonly negative: boolean;
  readonly percent: boolean;
}

const NO_SIGN: Sign = { before: '', after: '', negative: false, percent: false };

function signOf(before: string, after: string): Sign | null {
  if (before === '' && after === '') return NO_SIGN;
  const opened = before.includes('(');
  if (opened !== after.includes(')')) return null;
  const front = before.replace(/[−‒–﹣]/g, '-');
  const back = after.replace(/[−‒–﹣]/g, '-');
  const marks = [...(front + back)].filter((mark) => mark === '-').length;
  if (marks > 1 || (marks === 1 && opened) || back.includes('+')) return null;
  const clean = (part: string) => part.replace(/[()+%'-]/g, ' ');
  return {
    before: clean(front),
    after: clean(back),
    negative: opened || marks === 1,
    percent: back.includes('%'),
  };
}

function joinUnits(front: Unit, back: Unit): Unit | null {
  if (front.factor !== null && back.factor !== null) return null;
  const both = front.currency !== undefined && back.currency !== undefined;
  if (both && front.currency !== back.currency && front.currency !== null && back.currency !== null) {
    return sharedSign(front, back);
  }
  return {
    factor: front.factor ?? back.factor,
    currency: front.currency ?? back.currency,
    mil: front.mil || back.mil,
  };
}

/** `$1,200 CAD`: the code says which dollar it is. */
function sharedSign(front: Unit, back: Unit): Unit | null {
  const known = front.currency === 'USD' || front.currency === 'JPY' ? back.currency : null;
  return known === null
    ? null
    : { factor: front.factor ?? back.factor, currency: known, mil: front.mil || back.mil };
}
