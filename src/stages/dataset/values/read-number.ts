/** A number as it was read, and what its writing says about the decimal mark of its column. */
export interface NumberReading {
  readonly value: number;
  readonly percent: boolean;
  /** The decimal mark that this text proves; null when it proves none. */
  readonly proves: '.' | ',' | null;
  /** A single mark before exactly three digits, as in `1.234`: thousands or decimals. Null when there is no doubt. */
  readonly doubtful: '.' | ',' | null;
}

const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const minuses = /[−‒–﹣-]/g;
const scientific = /^\d+(?:[.,]\d+)?e[+-]?\d{1,3}$/i;
const longestNumber = 40;

/**
 * Reads one plain number: sign in front, behind or as parentheses, thousands by dot, comma, space or apostrophe,
 * percent sign. Null when the text is no number under the given decimal mark. With a null mark the text decides,
 * and `1.234` is one thousand.
 */
export function readNumber(text: string, decimal: '.' | ',' | null): NumberReading | null {
  if (text.length > longestNumber || !/\d/.test(text)) return null;
  if (/^\d+$/.test(text)) return { value: Number(text), percent: false, proves: null, doubtful: null };
  const signed = takeSign(text.replace(spaces, ' ').replace(minuses, '-').replace(/^'/, '').trim());
  if (signed === null) return null;
  const percent = signed.digits.endsWith('%');
  const digits = percent ? signed.digits.slice(0, -1).trim() : signed.digits;
  const plain = scientific.test(digits) ? readScientific(digits, decimal) : readDigits(digits, decimal);
  if (plain === null || !Number.isFinite(plain.value)) return null;
  const value = signed.negative && plain.value !== 0 ? -plain.value : plain.value;
  return { ...plain, value, percent };
}

function takeSign(text: string): { readonly negative: boolean; readonly digits: string } | null {
  const inside = /^\((.+)\)(%?)$/.exec(text);
  if (inside !== null) return { negative: true, digits: (inside[1] ?? '').trim() + (inside[2] ?? '') };
  if (/^[+-]/.test(text)) return { negative: text.startsWith('-'), digits: text.slice(1).trim() };
  if (text.endsWith('-')) return { negative: true, digits: text.slice(0, -1).trim() };
  return { negative: false, digits: text };
}

type PlainReading = Omit<NumberReading, 'percent'>;

function readScientific(digits: string, decimal: '.' | ',' | null): PlainReading | null {
  const mark = digits.includes(',') ? ',' : digits.includes('.') ? '.' : null;
  if (decimal !== null && mark !== null && mark !== decimal) return null;
  return { value: Number(digits.replace(',', '.')), proves: mark, doubtful: null };
}

function readDigits(digits: string, decimal: '.' | ',' | null): PlainReading | null {
  if (/^\d+$/.test(digits)) return { value: Number(digits), proves: null, doubtful: null };
  if (!/^(?:\d|[.,]\d)[\d .,'’]*$/.test(digits)) return null;
  const shape = decimal === null ? ownShape(digits) : { mark: decimal, proves: null, doubtful: null };
  const at = shape.mark === null ? -1 : digits.lastIndexOf(shape.mark);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (!/^\d*$/.test(fraction) || (shape.mark !== null && whole.includes(shape.mark))) return null;
  const ungrouped = ungroup(whole);
  if (ungrouped === null) return null;
  const proves = shape.proves ?? (at >= 0 && decimal === null ? shape.mark : null);
  return { value: Number(`${ungrouped}.${fraction}`), proves, doubtful: shape.doubtful };
}

interface Shape {
  readonly mark: '.' | ',' | null;
  readonly proves: '.' | ',' | null;
  readonly doubtful: '.' | ',' | null;
}

function ownShape(digits: string): Shape {
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots > 0 && commas > 0) {
    return {
      mark: digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',',
      proves: null,
      doubtful: null,
    };
  }
  const used = dots > 0 ? '.' : ',';
  if (dots + commas === 0) return { mark: null, proves: null, doubtful: null };
  if (dots + commas > 1) return { mark: null, proves: used === '.' ? ',' : '.', doubtful: null };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return { mark: null, proves: null, doubtful: used };
  return { mark: used, proves: null, doubtful: null };
}

/** Takes thousands marks out of a whole number; null when they do not stand in their places. */
function ungroup(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole === '' ? '0' : whole;
  const western = /^\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*$/.test(whole);
  const indian = /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole);
  return western || indian ? whole.replace(/[^\d]/g, '') : null;
}
