const dayMs = 86_400_000;
const firstSerial = 10_000;
const lastSerial = 80_000;

/**
 * Reads a date that was exported as a bare number: a day count of Excel (10000 to 80000: 1927 to 2119, 1900 system),
 * `YYYYMMDD`, or seconds or milliseconds since 1970. Null for any other number. Only for columns known to be dates.
 */
export function readSerialDate(text: string): string | null {
  const digits = text.trim();
  if (/^(?:19|20)\d{6}$/.test(digits)) return compactDate(digits);
  if (/^\d{5}(?:[.,]\d+)?$/.test(digits)) {
    const serial = Math.floor(Number(digits.replace(',', '.')));
    return serial < firstSerial || serial > lastSerial ? null : isoDay((serial - 25_569) * dayMs);
  }
  if (/^\d{10}$/.test(digits)) return isoDay(Number(digits) * 1000);
  return /^\d{13}$/.test(digits) ? isoDay(Number(digits)) : null;
}

function compactDate(digits: string): string | null {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === date ? date : null;
}

function isoDay(time: number): string | null {
  const day = new Date(time).toISOString().slice(0, 10);
  return day < '2200' ? day : null;
}
