import type { ScoreRequest } from '../../../../app/score-accounts.ts';
import type { HttpContext } from '../../types.ts';

/** What to read the list with: the page asked for, on the day of the server. */
export function scoreRequestOf(
  { asOf, now }: Pick<HttpContext, 'asOf' | 'now'>,
  { profile, version }: { readonly profile?: string | undefined; readonly version?: number | undefined },
): ScoreRequest {
  return {
    profile: profile ?? null,
    version: version ?? null,
    asOf: asOf(),
    include: [],
    at: now(),
    onProgress: () => {},
  };
}
