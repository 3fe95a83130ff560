export { type PipedrivePlan, pipedrivePlan } from './pipedrive-limits.ts';
export { pipedriveSecrets } from './pipedrive-tokens.ts';
export { type PipedriveOptions, type PipedriveStandIn, startPipedrive } from './start-pipedrive.ts';
