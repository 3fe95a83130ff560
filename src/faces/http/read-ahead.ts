import { currentQuality } from '../../app/current-quality.ts';
import type { HttpContext } from './types.ts';

/** Jobs after which the data are others. */
const bringing = new Set(['import', 'retry', 'sample']);

/**
 * Looks at the data as soon as they are there, so that the page that shows their state seldom waits: at a million rows
 * the first look takes seconds. What fails here fails again, and is told, when somebody asks.
 */
export function readAhead({ workspace, jobs, asOf }: Pick<HttpContext, 'workspace' | 'jobs' | 'asOf'>): void {
  const look = () => {
    currentQuality(workspace, { asOf: asOf() }).catch(() => undefined);
  };
  look();
  jobs.watchAll(({ kind, state }) => {
    if (state === 'done' && bringing.has(kind)) look();
  });
}
