import { BestfitError } from '../../../base/errors/index.ts';
import type { Org } from './org.ts';
import { salesforceSettings } from './salesforce-settings.ts';

/** A bulk job that has come to its end (Bulk API 2.0 Developer Guide, Get Job Info). */
export interface EndedJob {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string;
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
}

const working = new Set(['UploadComplete', 'InProgress']);

/**
 * Looks at a job until it has ended, with growing waits: the first counts from when the job was made (`madeAt`,
 * milliseconds since 1970), so that a process that comes later looks at once. Gives up after hours.
 */
export async function waitForJob(org: Org, path: string, madeAt: number): Promise<EndedJob> {
  const { client, context } = org;
  const { first, growth, longest, giveUpAfter } = salesforceSettings.jobWaits;
  const since = context.now();
  await pause(org, Math.min(first, madeAt / 1000 + first - since / 1000));
  for (let looks = 1; ; looks++) {
    const { body } = await client.send({ method: 'GET', path, repeatable: true });
    const job = body as EndedJob;
    if (!working.has(job.state)) return job;
    if (context.now() - since > giveUpAfter * 1000) throw endless(job, looks);
    await pause(org, Math.min(first * growth ** looks, longest));
  }
}

async function pause({ context }: Org, seconds: number): Promise<void> {
  if (seconds <= 0) return;
  if (seconds > 1) context.onWait({ seconds, why: 'Salesforce works on a bulk job' });
  await context.sleep(Math.ceil(seconds * 1000));
}

function endless({ id, state }: EndedJob, tries: number): BestfitError {
  const hours = salesforceSettings.jobWaits.giveUpAfter / 3600;
  const why = `the bulk job ${id} was still \`${state}\` after ${hours} hours`;
  return new BestfitError('connection.unreachable', { vendor: salesforceSettings.label, tries, why });
}
