const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const suffixDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Salesforce's id of the nth record of a kind: 15 characters that order like the numbers, and 3 that check their case. */
export function salesforceId(prefix: string, n: number): string {
  let rest = n;
  let number = '';
  for (let i = 0; i < 6; i++) {
    number = digits[rest % 62]! + number;
    rest = Math.floor(rest / 62);
  }
  const short = `${prefix}0K0000${number}`;
  return short + checkDigits(short);
}

/** The number of a record of a kind, from an id of 15 or 18 characters; null for what is no id of it. */
export function numberOfId(prefix: string, id: string): number | null {
  const short = id.slice(0, 15);
  if (!short.startsWith(`${prefix}0K0000`) || short.length < 15) return null;
  if (id.length !== 15 && id !== short + checkDigits(short)) return null;
  return short
    .slice(9)
    .split('')
    .reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
}

function checkDigits(short: string): string {
  return [0, 5, 10]
    .map((start) => {
      const capitals = short
        .slice(start, start + 5)
        .split('')
        .map((c, i) => (/[A-Z]/.test(c) ? 1 << i : 0));
      return suffixDigits[capitals.reduce((sum, bit) => sum + bit, 0)]!;
    })
    .join('');
}
