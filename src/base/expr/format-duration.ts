import type { Duration } from './types.ts';

/**
 * Writes a duration so that `parseDuration` reads the same one back.
 *
 * @example
 * formatDuration({ count: 1, unit: 'years' }); // '1 year'
 */
export function formatDuration({ count, unit }: Duration): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
