import { type Condition, describeCondition, type LabelOf, writeCondition } from '../../base/expr/index.ts';
import { describeRevision } from './describe-revision.ts';
import { subjectsOf } from './subjects-of.ts';
import type { ProfileChange } from './types.ts';

interface Line {
  readonly condition: Condition;
}

/** How the lines of one section are named and compared. */
export interface DiffLinesOptions<L extends Line> {
  readonly section: string;
  /** `fit line`, `anti line`. */
  readonly noun: string;
  /** What follows the condition when a line comes or goes: ` (3 points)`. */
  readonly suffix: (line: L) => string;
  /** Changes beside the condition, in words. */
  readonly details: (before: L, after: L, words: string) => readonly string[];
  readonly labelOf: LabelOf;
}

/**
 * Differences between two lists of lines, by meaning and not by position: the same condition is the same line, then
 * the same kind of condition over the same field, tool or signal is a line that was revised.
 */
export function diffLines<L extends Line>(
  before: readonly L[],
  after: readonly L[],
  { section, noun, suffix, details, labelOf }: DiffLinesOptions<L>,
): readonly ProfileChange[] {
  const pairs = pairLines(before, after);
  return pairs.flatMap(({ from, to }): readonly ProfileChange[] => {
    if (from === null && to !== null)
      return [
        {
          kind: 'added',
          path: section,
          words: `${noun} added: ${describeCondition(to.condition, labelOf)}${suffix(to)}`,
        },
      ];
    if (to === null && from !== null)
      return [
        {
          kind: 'removed',
          path: section,
          words: `${noun} removed: ${describeCondition(from.condition, labelOf)}${suffix(from)}`,
        },
      ];
    if (from === null || to === null) return [];
    const words = describeCondition(to.condition, labelOf);
    const revision =
      keyOf(from.condition) === keyOf(to.condition)
        ? []
        : [describeRevision(from.condition, to.condition, labelOf)];
    return [...revision, ...details(from, to, words)].map((text) => ({
      kind: 'changed' as const,
      path: section,
      words: text,
    }));
  });
}

function pairLines<L extends Line>(
  before: readonly L[],
  after: readonly L[],
): readonly { readonly from: L | null; readonly to: L | null }[] {
  const left = [...before];
  const matched = new Map<L, L>();
  for (const same of [keyOf, kindOf]) {
    for (const line of after) {
      if (matched.has(line)) continue;
      const at = left.findIndex(({ condition }) => same(condition) === same(line.condition));
      if (at >= 0) matched.set(line, left.splice(at, 1)[0]!);
    }
  }
  return [
    ...after.map((to) => ({ from: matched.get(to) ?? null, to })),
    ...left.map((from) => ({ from, to: null })),
  ];
}

function keyOf(condition: Condition): string {
  return JSON.stringify(writeCondition(condition));
}

function kindOf(condition: Condition): string {
  return `${condition.op} ${[...subjectsOf(condition)].sort().join(' ')}`;
}
