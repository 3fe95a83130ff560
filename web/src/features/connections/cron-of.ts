/** How often a connection is synced, as a person chooses it. */
export type Rhythm =
  | { readonly kind: 'off' }
  | { readonly kind: 'hourly' }
  /** `time`: `07:30`. */
  | { readonly kind: 'daily'; readonly time: string }
  | { readonly kind: 'weekdays'; readonly time: string }
  /** `day`: 0 is Sunday. */
  | { readonly kind: 'weekly'; readonly time: string; readonly day: number }
  | { readonly kind: 'cron'; readonly cron: string };

/** The cron expression of a choice; null when it is off. */
export function cronOf(rhythm: Rhythm): string | null {
  switch (rhythm.kind) {
    case 'off':
      return null;
    case 'hourly':
      return '0 * * * *';
    case 'daily':
      return `${minuteAndHour(rhythm.time)} * * *`;
    case 'weekdays':
      return `${minuteAndHour(rhythm.time)} * * 1-5`;
    case 'weekly':
      return `${minuteAndHour(rhythm.time)} * * ${rhythm.day}`;
    case 'cron':
      return rhythm.cron.trim();
  }
}

/** The choice that a cron expression is; the expression itself where it is none of the simple ones. */
export function rhythmOf(cron: string | null): Rhythm {
  if (cron === null) return { kind: 'off' };
  if (cron === '0 * * * *') return { kind: 'hourly' };
  const found = /^(\d{1,2}) (\d{1,2}) \* \* (\*|1-5|[0-6])$/.exec(cron);
  if (found === null) return { kind: 'cron', cron };
  const [, minute = '', hour = '', days = ''] = found;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (days === '*') return { kind: 'daily', time };
  return days === '1-5' ? { kind: 'weekdays', time } : { kind: 'weekly', time, day: Number(days) };
}

function minuteAndHour(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${minute} ${hour}`;
}
