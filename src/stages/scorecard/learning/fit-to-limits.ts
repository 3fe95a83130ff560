import { allowedPoints } from './allowed-points.ts';
import { mayJoin } from './may-join.ts';
import type { Search } from './search.ts';

/** The points of a rubric as far as the limits let it have them: required conditions first, then those with most points. */
export function fitToLimits(task: Search, rubric: readonly number[]): readonly number[] {
  const weight = (column: number): number =>
    task.limits[column]!.required ? Infinity : Math.abs(rubric[column]!);
  const order = [...rubric.keys()]
    .filter((column) => weight(column) > 0)
    .sort((a, b) => weight(b) - weight(a));
  const support: number[] = [];
  const points = rubric.map(() => 0);
  for (const column of order) {
    if (support.length >= task.most || !mayJoin(task, support, column)) continue;
    const wanted = rubric[column]!;
    const allowed = allowedPoints(task.limits[column]!);
    const sameSide = allowed.filter((p) => p * wanted > 0);
    const choice = sameSide.length > 0 || !task.limits[column]!.required ? sameSide : allowed;
    if (choice.length === 0) continue;
    points[column] = choice.reduce((best, p) => (Math.abs(p - wanted) < Math.abs(best - wanted) ? p : best));
    support.push(column);
  }
  return points;
}
