import type { Contrast, Job } from '../../api/generated/types.gen.ts';
import { useJob } from '../../shared/jobs/index.ts';

/** The search for patterns as a job, and what it came to when it found nothing to compare. */
export interface Look {
  readonly job: Job | null;
  readonly isRunning: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly error: unknown;
  /** Why nothing could be looked for in these data, as the server says it; null when it could. */
  readonly shortfall: string | null;
}

/** Looks for patterns of two groups. */
export function useLook(contrast: Contrast, snapshot: string): Look {
  const { job, isRunning, start, cancel, error } = useJob('discover');
  const failed = job?.state === 'failed' ? job.error : null;
  return {
    job,
    isRunning,
    start: () => start({ kind: 'discover', contrast }),
    cancel,
    error: error ?? failed,
    shortfall: job?.state === 'done' ? shortfallOf(job.result, { contrast, snapshot }) : null,
  };
}

function shortfallOf(
  result: unknown,
  current: { readonly contrast: Contrast; readonly snapshot: string },
): string | null {
  if (typeof result !== 'object' || result === null || !('kind' in result)) return null;
  const { kind, contrast, snapshot, why, reason } = result as Readonly<Record<string, unknown>>;
  if (kind === 'discovery' || contrast !== current.contrast || snapshot !== current.snapshot) return null;
  return String(why ?? reason ?? kind);
}
