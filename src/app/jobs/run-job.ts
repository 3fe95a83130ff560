import { BestfitError } from '../../base/errors/index.ts';
import type { WorkEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import { isJobKind, jobKinds } from './job-kinds.ts';
import type { JobKind, JobRequests } from './types.ts';

/** Does the work of a job that was started, in this process; gives its result. */
export async function runJob(
  workspace: Workspace,
  id: number,
  onProgress: (event: WorkEvent) => void,
): Promise<unknown> {
  const job = await workspace.store.job(id);
  if (job === null || !isJobKind(job.kind) || job.startedAt === null)
    throw new BestfitError('job.missing', { job: String(id) });
  return runKind(job.kind, workspace, { request: job.request, at: job.startedAt, onProgress });
}

function runKind<K extends JobKind>(
  kind: K,
  workspace: Workspace,
  { request, ...moment }: { request: unknown; at: string; onProgress: (event: WorkEvent) => void },
): Promise<unknown> {
  return jobKinds[kind].run(workspace, request as JobRequests[K], moment);
}
