import { type Cover, combine } from './combinations/index.ts';
import { levelsOf } from './levels-of.ts';
import type { CandidateField, Pattern } from './types.ts';

/** A pattern as a yes/no field of the records; null when no field could have given it. */
export function placedField(fields: readonly CandidateField[], pattern: Pattern): CandidateField | null {
  const ids = pattern.parts.length === 0 ? [pattern.field] : pattern.parts.map(({ field }) => field);
  const covers = ids.flatMap((id): Cover[] => {
    const at = fields.findIndex((field) => field.id === id);
    const levels = at < 0 ? null : levelsAmong(fields[at]!, pattern);
    return levels === null ? [] : [{ field: at, levels }];
  });
  return covers.length < ids.length ? null : combine({ fields }, covers);
}

/** Levels of a field that the conditions of a pattern, or all of them together, hold for. */
function levelsAmong(field: CandidateField, { conditions }: Pattern): readonly number[] | null {
  for (const condition of [...conditions, { op: 'all' as const, conditions }]) {
    const levels = levelsOf(field, condition);
    if (levels !== null) return levels;
  }
  return null;
}
