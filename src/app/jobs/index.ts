export { describeLost } from './describe-end.ts';
export { type JobListener, JobRunner } from './job-runner.ts';
export { runJob } from './run-job.ts';
export type * from './types.ts';
export { withoutUploads } from './without-uploads.ts';
