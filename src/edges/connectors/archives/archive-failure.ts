import { dirname } from 'node:path';
import { BestfitError } from '../../../base/errors/index.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** In the words of yauzl. */
const LEADS_OUT = /^(?:absolute path|invalid relative path): (.*)$/s;

/**
 * The refusal behind a failure to unpack: a full disk is said as such, any other failure is the archive's own.
 *
 * @param location the archive, for people
 * @param to the file that was being written
 */
export function archiveFailure(error: unknown, location: string, to: string): unknown {
  if (!(error instanceof Error) || error instanceof BestfitError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const cause = { cause: error };
  if (FULL.has(code)) return new BestfitError('store.disk-full', { workspace: dirname(to) }, cause);
  if (/^E[A-Z]+$/.test(code)) return error;
  const [, entry = null] = LEADS_OUT.exec(error.message) ?? [];
  if (entry !== null) return new BestfitError('input.archive-unsafe', { file: location, entry }, cause);
  return new BestfitError('input.archive-broken', { file: location, reason: error.message }, cause);
}
