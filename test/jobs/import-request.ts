import { type ImportRequest, nothingSaid } from '../../src/app/import-files.ts';
import type { JobRequests } from '../../src/app/jobs/index.ts';

/** A plain import of files as a job keeps it. */
export function importRequest(
  paths: readonly string[],
  more: Partial<ImportRequest> = {},
): JobRequests['import'] {
  const rest = { maps: [], covers: null, append: false, observedOn: null, dryRun: false };
  return { paths, choices: nothingSaid, ...rest, ...more };
}
