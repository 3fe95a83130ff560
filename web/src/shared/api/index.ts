export { ask } from './ask.ts';
export { codeOf, type Problem, ProblemError } from './problem-error.ts';
export { useWorkspace, workspaceKey } from './use-workspace.ts';
