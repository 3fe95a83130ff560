import { type Condition, describeCondition, type LabelOf, writeCondition } from '../../base/expr/index.ts';
import type { MessageParams } from '../../base/messages/index.ts';
import { describeRevision } from './describe-revision.ts';
import { subjectsOf } from './subjects-of.ts';
import type { ChangeMessage, ProfileChange } from './types.ts';

interface Line {
  readonly condition: Condition;
}

/** One change in words, and as a code with what it holds. */
export interface ToldChange extends ChangeMessage {
  readonly words: string;
}

/** How the lines of one section are named and compared. */
export interface DiffLinesOptions<L extends Line> {
  readonly section: string;
  /** `fit line`, `anti line`. */
  readonly noun: string;
  /** What follows the condition when a line comes or goes: ` (3 points)`. */
  readonly suffix: (line: L) => string;
  /** What a line that comes or goes holds beside its condition. */
  readonly holds: (line: L) => MessageParams;
  /** Changes beside the condition. */
  readonly details: (before: L, after: L, words: string) => readonly ToldChange[];
  readonly labelOf: LabelOf;
}

/**
 * Differences between two lists of lines, by meaning and not by position: the same condition is the same line, then
 * the same kind of condition over the same field, tool or signal is a line that was revised.
 */
export function diffLines<L extends Line>(
  before: readonly L[],
  after: readonly L[],
  options: DiffLinesOptions<L>,
): readonly ProfileChange[] {
  return pairLines(before, after).flatMap(({ from, to }): readonly ProfileChange[] => {
    if (from === null && to !== null) return [cameOrWent('added', to, options)];
    if (to === null && from !== null) return [cameOrWent('removed', from, options)];
    return from === null || to === null ? [] : revised(from, to, options);
  });
}

function cameOrWent<L extends Line>(
  kind: 'added' | 'removed',
  line: L,
  { section, noun, suffix, holds, labelOf }: DiffLinesOptions<L>,
): ProfileChange {
  const { condition } = line;
  return {
    kind,
    path: section,
    words: `${noun} ${kind}: ${describeCondition(condition, labelOf)}${suffix(line)}`,
    change: { code: `line-${kind}`, params: { section, condition, ...holds(line) } },
  };
}

function revised<L extends Line>(
  from: L,
  to: L,
  { section, details, labelOf }: DiffLinesOptions<L>,
): readonly ProfileChange[] {
  const condition = to.condition;
  const revision: ToldChange = {
    words: describeRevision(from.condition, condition, labelOf),
    code: 'condition',
    params: { from: from.condition, to: condition },
  };
  const same = keyOf(from.condition) === keyOf(condition);
  const told = [...(same ? [] : [revision]), ...details(from, to, describeCondition(condition, labelOf))];
  return told.map(({ words, code, params }) => ({
    kind: 'changed',
    path: section,
    words,
    change: { code, params: { section, condition, ...params } },
  }));
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
