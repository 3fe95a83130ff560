import { type Condition, foldText } from '../../base/expr/index.ts';

const NUMBER = '(\\d[\\d.,]*)\\s*(k|m)?';
const RANGE = new RegExp(`^(?:between |from )?${NUMBER}\\s*(?:-|–|to|and|a)\\s*${NUMBER}\\b`, 'i');
const LEAST = new RegExp(`^(?:at least|from|min|over|more than|above|>=?)\\s*${NUMBER}\\b`, 'i');
const MOST = new RegExp(`^(?:at most|up to|max|under|fewer than|less than|below|<=?)\\s*${NUMBER}\\b`, 'i');
const OPEN = new RegExp(`^${NUMBER}\\s*(?:\\+|or more\\b)`, 'i');
const STRICT = /^(over|more than|above|>(?!=)|under|fewer than|less than|below|<(?!=))/i;

type Window = Extract<Condition, { op: 'window' }>;

/**
 * Reads a size as people type it; a word after the numbers names the field, employees when there is none. Null when
 * the text is no size.
 *
 * @example
 * readSize('3 to 15 practitioners'); // window of `practitioners` from 3 to 15
 */
export function readSize(text: string): Window | null {
  const typed = text.trim();
  const range = RANGE.exec(typed);
  if (range !== null) {
    const [low, high] = [toNumber(range[1], range[2] ?? range[4]), toNumber(range[3], range[4])];
    return low === null || high === null || low > high
      ? null
      : windowOf(typed.slice(range[0].length), low, high);
  }
  const open = OPEN.exec(typed) ?? LEAST.exec(typed);
  if (open !== null) {
    const low = toNumber(open[1], open[2]);
    return low === null
      ? null
      : windowOf(typed.slice(open[0].length), low + (STRICT.test(typed) ? 1 : 0), null);
  }
  const most = MOST.exec(typed);
  const high = most === null ? null : toNumber(most[1], most[2]);
  return most === null || high === null
    ? null
    : windowOf(typed.slice(most[0].length), null, high - (STRICT.test(typed) ? 1 : 0));
}

function windowOf(counted: string, low: number | null, high: number | null): Window {
  const field = foldText(counted)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return { op: 'window', field: field === '' ? 'employees' : field, low, high, currency: null };
}

function toNumber(digits: string | undefined, scale: string | undefined): number | null {
  const plain = (digits ?? '').replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.');
  const factor = scale === undefined ? 1 : scale.toLowerCase() === 'k' ? 1e3 : 1e6;
  const value = Number(plain.replace(/[.,]$/, '')) * factor;
  return Number.isFinite(value) ? value : null;
}
