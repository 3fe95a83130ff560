import type { NumberKind } from './number-format.ts';

const DAY_SECONDS = 86_400;
const SECOND_MS = 1_000;
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;
const LEAP_DAY = 60;

/**
 * A serial number as `2024-01-31`, `2024-01-31 10:30:00` or `10:30:00`, rounded to the second; null where Excel
 * has no such date: before its first day (the day 0 of an empty cell that a formula points at) or after 9999.
 * Excel takes 1900 for a leap year, so its days from March 1900 on are one too many.
 */
export function serialDate(serial: number, kind: NumberKind, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  if (kind === 'time') return clock(seconds);
  const days =
    kind === 'date' ? Math.floor(serial + 1 / (2 * DAY_SECONDS)) : Math.floor(seconds / DAY_SECONDS);
  const day = dayText(days, from1904);
  if (day === null || kind === 'date') return day;
  return `${day} ${clock(seconds - days * DAY_SECONDS)}`;
}

function dayText(days: number, from1904: boolean): string | null {
  if (days > LAST_DAY || (days < 1 && !from1904)) return null;
  if (days === LEAP_DAY && !from1904) return '1900-02-29';
  const shift = !from1904 && days > LEAP_DAY ? 1 : 0;
  const epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
  return new Date(epoch + (days - shift) * DAY_SECONDS * SECOND_MS).toISOString().slice(0, 10);
}

/** Hours may pass 24: a duration. */
function clock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
