import type { Duration, Speech } from './types.ts';

/** A length of time: `6 months`. */
export function durationWords({ t }: Speech, { count, unit }: Duration): string {
  return t(`conditions:duration.${unit}`, { count });
}

/** The time up to today: `in the last 6 months`. */
export function withinWords({ t }: Speech, { count, unit }: Duration): string {
  return t(`conditions:within.${unit}`, { count });
}
