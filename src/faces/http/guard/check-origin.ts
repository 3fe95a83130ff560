import { BestfitError } from '../../../base/errors/index.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a change that a page of another origin asks for; programs send no origin. */
export function checkOrigin(request: Request): void {
  if (reading.has(request.method)) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const own = new URL(request.url).host;
  const isForeign = origin !== null && (!URL.canParse(origin) || new URL(origin).host !== own);
  if (isForeign || site === 'cross-site')
    throw new BestfitError('http.foreign-origin', { origin: origin ?? 'another site' });
}
