import { type Condition, foldText } from '../../base/expr/index.ts';
import { patternId } from './pattern-id.ts';
import type { CandidateField } from './types.ts';

/**
 * The levels of a field that a condition holds for, when the field could have given that condition; else null. The
 * inverse of `field.condition`.
 *
 * @example
 * levelsOf(sizes, sizes.condition([2, 3])); // [2, 3]
 */
export function levelsOf(field: CandidateField, condition: Condition): readonly number[] | null {
  const wanted = patternId('for', [condition]);
  const isIt = (levels: readonly number[]) =>
    levels.length > 0 && patternId('for', [field.condition(levels)]) === wanted;
  return candidates(field, condition).find(isIt) ?? null;
}

function candidates(field: CandidateField, condition: Condition): readonly (readonly number[])[] {
  const nameable = field.levels.flatMap((level, i) => (level.nameable ? [i] : []));
  if (field.ordered)
    return nameable.flatMap((_, first) =>
      nameable.slice(first).map((_level, length) => nameable.slice(first, first + length + 1)),
    );
  if (field.kind !== 'category' || condition.op !== 'any') return nameable.map((level) => [level]);
  const wanted = folded(condition);
  const held = nameable.map((level) => ({ level, values: folded(field.condition([level])) }));
  const inside = held.filter(({ values }) => values.every((value) => wanted.includes(value)));
  const at = ({ values }: (typeof held)[number]) => wanted.indexOf(values[0] ?? '');
  return [inside.sort((one, other) => at(one) - at(other)).map(({ level }) => level)];
}

function folded(condition: Condition): readonly string[] {
  return condition.op === 'any' ? condition.values.map((value) => foldText(String(value))) : [];
}
