import { BestfitError } from '../../base/errors/index.ts';
import { type Condition, conditionKeys, readCondition } from '../../base/expr/index.ts';
import type { Path, Reading } from './reading.ts';
import { showPath } from './show-path.ts';

/** The condition part of a line; its other keys are left to the caller. */
export function readLineCondition(
  reading: Reading,
  line: Readonly<Record<string, unknown>>,
  path: Path,
): Condition | null {
  const part = Object.fromEntries(Object.entries(line).filter(([key]) => isConditionKey(key)));
  try {
    return readCondition(part, showPath(path));
  } catch (error) {
    if (!(error instanceof BestfitError) || error.code !== 'profile.condition-invalid') throw error;
    const { where, found, expected, suggestion } = (error as BestfitError<'profile.condition-invalid'>)
      .params;
    const hint = suggestion === null ? '' : `; did you mean \`${suggestion}\`?`;
    return reading.problem(placeOf(where), `found \`${found}\`, it takes ${expected}${hint}`);
  }
}

function isConditionKey(key: string): boolean {
  return (conditionKeys as readonly string[]).includes(key);
}

function placeOf(where: string): Path {
  return (where.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
