import type { LearningTask } from './types.ts';

/** Whether a column may join the support: it is not there, may have points, and its field is not taken. */
export function mayJoin(task: LearningTask, support: readonly number[], column: number): boolean {
  const { low, high } = task.limits[column]!;
  if ((low === 0 && high === 0) || support.includes(column)) return false;
  const { fields } = task;
  return fields === null || support.every((taken) => fields[taken] !== fields[column]);
}
