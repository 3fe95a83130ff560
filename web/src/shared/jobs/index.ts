export { JobProgress } from './job-progress.tsx';
export { type JobHandle, useJob } from './use-job.ts';
export { isOver, keepJob, useJobs } from './use-jobs.ts';
