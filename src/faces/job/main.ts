import { withWorkspace } from '../../app/compose.ts';
import { type JobMessage, runJob, withoutUploads } from '../../app/jobs/index.ts';
import { toProblem } from '../../app/to-problem.ts';
import { endWithParent } from '../../edges/processes/index.ts';

const [path = '', id = ''] = process.argv.slice(2);

/** The process of one job: does it, says how far it is and what came of it, and ends, also when the server does. */
async function main(): Promise<void> {
  endWithParent();
  try {
    const result = await withWorkspace(path, { create: false }, (workspace) =>
      runJob(workspace, Number(id), (event) => void send({ kind: 'progress', event })),
    );
    await send({ kind: 'result', result });
  } catch (error) {
    await send({ kind: 'problem', problem: withoutUploads(toProblem(error), path) });
  }
  process.exit(0);
}

function send(message: JobMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });
}

await main();
