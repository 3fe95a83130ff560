import type { LearningTask } from './types.ts';

/** Refuses a task that no card can satisfy. */
export function checkTask({ records, limits, fields, layers, most, pointsPrior }: LearningTask): void {
  const columns = records.columns.length;
  const lists = [
    limits,
    ...(fields === null ? [] : [fields]),
    ...(layers === null ? [] : [layers]),
    ...(pointsPrior === null ? [] : [pointsPrior.rubric]),
  ];
  if (lists.some(({ length }) => length !== columns))
    throw new Error(`not one entry for each of ${columns} columns`);
  limits.forEach(({ low, high, required }, column) => {
    if (low > high || !Number.isInteger(low) || !Number.isInteger(high)) {
      throw new Error(`no whole points from ${low} to ${high}: column ${column}`);
    }
    if (required && low === 0 && high === 0) throw new Error(`required and forbidden: column ${column}`);
  });
  const required = limits.flatMap((limit, column) => (limit.required ? [column] : []));
  if (required.length > most)
    throw new Error(`${required.length} required conditions, at most ${most} allowed`);
  const taken = required.map((column) => fields?.[column] ?? column);
  if (new Set(taken).size < taken.length) throw new Error('two required conditions of one field');
}
