const MOST_ZEROS = 400;

/**
 * A JSON number with its digits as written but no exponent. A fraction of three figures gets a fourth, because `1.234`
 * alone may be read as one thousand.
 *
 * @example
 * plainNumber('1.5e-7'); // '0.00000015'
 */
export function plainNumber(written: string): string {
  const [mantissa = '', exponent] = written.split(/[eE]/);
  const plain = exponent === undefined ? mantissa : shift(mantissa, Number(exponent));
  return /^-?\d+\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

function shift(mantissa: string, by: number): string {
  if (Math.abs(by) > MOST_ZEROS) return `${mantissa}e${by}`;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const digits = whole + fraction;
  const point = whole.length + by;
  const left =
    point <= 0
      ? '0'
      : digits
          .slice(0, point)
          .padEnd(point, '0')
          .replace(/^0+(?=\d)/, '');
  const right = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}
