export { ask } from './ask.ts';
export { codeOf, type Problem, ProblemError } from './problem-error.ts';
export { useWorkspace } from './use-workspace.ts';
