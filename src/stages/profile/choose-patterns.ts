import type { Field } from '../dataset/index.ts';
import { conditionOf, type Pattern, type Verdict } from '../discovery/index.ts';
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
    readonly because: 'explained' | 'time' | 'together' | 'same-subject';
  }[];
}

/**
 * One line per field, tool or signal: the pattern with the best verdict, then the smallest adjusted p, then the
 * largest lift; a pattern that another explains would count the same thing twice, and one that only shows when
 * customers started says nothing of the next one. A supported combination is a line beside those of its parts, since
 * it counts what it adds to them; a part that says nothing without it has no line of its own. Industry alone may have a
 * second, adjacent line over other values.
 */
export function choosePatterns(patterns: readonly Pattern[], fields: readonly Field[]): ChosenPatterns {
  const ranked = patterns.filter(({ verdict }) => verdict !== 'none').sort(byStrength);
  const known = new Set(ranked.flatMap(({ id, label }) => [id, label]));
  const combinations = apart(ranked.filter((pattern) => isLine(pattern, known)));
  const needed = new Set(combinations.flatMap(({ parts }) => parts.filter(saysNothing).map(({ id }) => id)));
  const taken = new Set<string>();
  const lines: Pattern[] = [];
  const setAside: ChosenPatterns['setAside'][number][] = [];
  let adjacent: Pattern | null = null;
  for (const pattern of ranked.filter((each) => !combinations.includes(each))) {
    const subjects = subjectsOf(conditionOf(pattern));
    if (isExplained(pattern, known)) {
      setAside.push({ pattern, because: 'explained' });
    } else if (pattern.cohort === 'explained') {
      setAside.push({ pattern, because: 'time' });
    } else if (needed.has(pattern.id)) {
      setAside.push({ pattern, because: 'together' });
      for (const subject of subjects) taken.add(subject);
    } else if (!subjects.some((subject) => taken.has(subject))) {
      lines.push(pattern);
      for (const subject of subjects) taken.add(subject);
    } else if (adjacent === null && isAdjacent(pattern, lines, fields)) {
      adjacent = pattern;
    } else {
      setAside.push({ pattern, because: 'same-subject' });
    }
  }
  return { lines: [...lines, ...combinations], adjacent, setAside };
}

function isLine(pattern: Pattern, known: ReadonlySet<string>): boolean {
  return pattern.parts.length > 0 && !isExplained(pattern, known) && pattern.cohort !== 'explained';
}

/** Combinations that have no subject in common, the strongest first. */
function apart(combinations: readonly Pattern[]): readonly Pattern[] {
  const taken = new Set<string>();
  return combinations.filter((pattern) => {
    const subjects = subjectsOf(conditionOf(pattern));
    if (subjects.some((subject) => taken.has(subject))) return false;
    for (const subject of subjects) taken.add(subject);
    return true;
  });
}

/** z under which a part makes no difference that chance would not (one-sided 5%). */
export const STANDS = 1.645;

function saysNothing({ zOutside }: Pattern['parts'][number]): boolean {
  return zOutside < STANDS;
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
