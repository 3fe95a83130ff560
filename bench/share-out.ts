import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

const STEPS = 20;

/**
 * Has every job answered by `answerJobs` of the same bench, in as many threads as there are cores. The answers come in
 * the order of the jobs.
 */
export function shareOut<Job, Answer>(jobs: readonly Job[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  let answered = 0;
  const count = (): void => {
    answered++;
    const step = Math.ceil(jobs.length / STEPS);
    if (answered % step === 0) process.stderr.write(`${answered} of ${jobs.length}\n`);
  };
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url));
      let at = -1;
      const hand = (): void => {
        at = next++;
        if (at < jobs.length) worker.postMessage(jobs[at]);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        answers[at] = answer;
        count();
        hand();
      });
      hand();
    });
  const threads = Math.min(availableParallelism(), Math.max(1, jobs.length));
  return Promise.all(Array.from({ length: threads }, work)).then(() => answers);
}

/** What a thread of the bench does: one answer for each job. */
export function answerJobs<Job, Answer>(answer: (job: Job) => Answer): void {
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(answer(job)));
}
