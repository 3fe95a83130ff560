const DIGITS = 15;

/**
 * A number of a cell as plain decimal digits, without an exponent. Excel calculates with 15 digits, so the noise
 * behind them goes (`0.30000000000000004` is 0.3); a whole number that is written out stays digit by digit.
 */
export function numberText(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const number = Number(raw);
  if (!Number.isFinite(number) || raw.trim() === '') return raw;
  return plainDigits(number);
}

/** The same number with a percent sign, a hundred times as large. */
export function percentText(raw: string): string {
  const number = Number(raw);
  return Number.isFinite(number) && raw.trim() !== '' ? `${plainDigits(number * 100)}%` : raw;
}

function plainDigits(number: number): string {
  if (number === 0) return '0';
  const [digits = '', power = '0'] = number.toExponential(DIGITS - 1).split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const bare = digits.replace(/[-.]/g, '').replace(/0+$/, '');
  const whole = Number(power) + 1;
  if (whole <= 0) return `${sign}0.${'0'.repeat(-whole)}${bare}`;
  if (bare.length <= whole) return sign + bare.padEnd(whole, '0');
  return `${sign}${bare.slice(0, whole)}.${bare.slice(whole)}`;
}
