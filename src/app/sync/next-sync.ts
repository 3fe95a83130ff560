import { Cron } from 'croner';
import { BestfitError } from '../../base/errors/index.ts';
import type { Schedule } from './types.ts';

/** The next moment of a schedule after another, ISO 8601; null when it never comes. `sync.bad-schedule` when it is no cron expression. */
export function nextSync(
  { cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>,
  after: string,
): string | null {
  try {
    const options = timeZone === null ? {} : { timezone: timeZone };
    return new Cron(cron, { ...options, paused: true, mode: '5-part' }).nextRun(after)?.toISOString() ?? null;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BestfitError('sync.bad-schedule', { cron, timeZone, why }, { cause });
  }
}

/** The next few moments of a schedule after another, ISO 8601. */
export function nextSyncs(
  schedule: Pick<Schedule, 'cron' | 'timeZone'>,
  { after, count }: { readonly after: string; readonly count: number },
): readonly string[] {
  const moments: string[] = [];
  for (let last: string | null = after; last !== null && moments.length < count; ) {
    last = nextSync(schedule, last);
    if (last !== null) moments.push(last);
  }
  return moments;
}
