import type { Field } from '../dataset/index.ts';
import type { Pattern, Verdict } from '../discovery/index.ts';
import { conditionOf } from './condition-of.ts';
import { fieldRole } from './field-role.ts';
import { subjectsOf } from './subjects-of.ts';

const STRENGTH: Readonly<Record<Verdict, number>> = { supported: 0, suggestive: 1, none: 2 };

/** Patterns that become lines, those that do not, and why. */
export interface ChosenPatterns {
  readonly lines: readonly Pattern[];
  /** Other industries that do better than the rest: one adjacent line. */
  readonly adjacent: Pattern | null;
  readonly setAside: readonly {
    readonly pattern: Pattern;
    readonly because: 'explained' | 'time' | 'same-subject';
  }[];
}

/**
 * One line per field, tool or signal: the pattern with the best verdict, then the smallest adjusted p, then the
 * largest lift; a pattern that another explains, or a combination over a part already taken, would count the same
 * thing twice, and one that only shows when customers started says nothing of the next one. Industry alone may have a second, adjacent line over other values.
 */
export function choosePatterns(patterns: readonly Pattern[], fields: readonly Field[]): ChosenPatterns {
  const ranked = patterns.filter(({ verdict }) => verdict !== 'none').sort(byStrength);
  const known = new Set(ranked.flatMap(({ id, label }) => [id, label]));
  const taken = new Set<string>();
  const lines: Pattern[] = [];
  const setAside: ChosenPatterns['setAside'][number][] = [];
  let adjacent: Pattern | null = null;
  for (const pattern of ranked) {
    const subjects = subjectsOf(conditionOf(pattern));
    if (isExplained(pattern, known)) {
      setAside.push({ pattern, because: 'explained' });
    } else if (pattern.cohort === 'explained') {
      setAside.push({ pattern, because: 'time' });
    } else if (!subjects.some((subject) => taken.has(subject))) {
      lines.push(pattern);
      for (const subject of subjects) taken.add(subject);
    } else if (adjacent === null && isAdjacent(pattern, lines, fields)) {
      adjacent = pattern;
    } else {
      setAside.push({ pattern, because: 'same-subject' });
    }
  }
  return { lines, adjacent, setAside };
}

function byStrength(left: Pattern, right: Pattern): number {
  return (
    STRENGTH[left.verdict] - STRENGTH[right.verdict] ||
    left.conditions.length - right.conditions.length ||
    left.pAdjusted - right.pAdjusted ||
    right.lift - left.lift
  );
}

function isExplained({ explainedBy }: Pattern, known: ReadonlySet<string>): boolean {
  return explainedBy !== null && known.has(explainedBy);
}

function isAdjacent(pattern: Pattern, lines: readonly Pattern[], fields: readonly Field[]): boolean {
  const condition = conditionOf(pattern);
  if (pattern.direction === 'against' || condition.op !== 'any') return false;
  if (fieldRole(condition.field, fields) !== 'industry') return false;
  const core = lines.map(conditionOf).find((line) => line.op === 'any' && line.field === condition.field);
  return core?.op === 'any' && !condition.values.some((value) => core.values.includes(value));
}
