import type { Condition } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import { conditionOf, type Pattern } from '../discovery/index.ts';
import { fieldRole } from './field-role.ts';
import { inLayers } from './in-layers.ts';
import { type LineContext, patternLine } from './pattern-line.ts';
import { adjacentIndustryPoints, rubricPoints } from './rubric-points.ts';
import { subjectsOf } from './subjects-of.ts';
import type { Profile } from './types.ts';

/** How a pattern is to stand on the page: with points, or as a line that disqualifies, for which a person gives the reason. */
export type PatternAddition =
  | { readonly as: 'points'; readonly points: number | null; readonly replace: boolean }
  | { readonly as: 'anti'; readonly because: string; readonly replace: boolean };

/** A line of the page that a new one would stand beside, and where. */
export interface StandingLine {
  readonly place: 'fit' | 'timing' | 'evidence' | 'anti';
  readonly condition: Condition;
  /** Null for lines without points. */
  readonly points: number | null;
}

/** The page with the line added, or why it is not: it stands there already, or other lines ask about the same. */
export type AddedPattern =
  | {
      readonly kind: 'added';
      readonly profile: Profile;
      readonly line: StandingLine;
      readonly replaced: readonly StandingLine[];
    }
  | { readonly kind: 'already-there'; readonly line: StandingLine }
  | { readonly kind: 'same-subject'; readonly lines: readonly StandingLine[] }
  /** Chance explains it: it scores nothing, but may be said as a belief and tested. */
  | { readonly kind: 'no-evidence' };

/**
 * Puts a pattern on the page as the draft would: points by the rubric unless a person gives others, its evidence
 * attached, one line per field, tool or signal (a combination stands beside its parts, a second industry beside the
 * first). Against patterns become anti lines only with a reason.
 */
export function addPattern(
  profile: Profile,
  pattern: Pattern,
  addition: PatternAddition & { readonly context: LineContext },
): AddedPattern {
  const condition = conditionOf(pattern);
  const standing = standingLines(profile).filter(
    ({ place }) => addition.as === 'points' || place !== 'evidence',
  );
  const same = standing.find((line) => isSame(line.condition, condition) && isOfKind(line, addition.as));
  if (same !== undefined) return { kind: 'already-there', line: same };
  if (addition.as === 'points' && pattern.verdict === 'none') return { kind: 'no-evidence' };
  const { fields } = addition.context;
  const clashes = standing.filter((line) => clashesWith(line, { condition, as: addition.as, fields }));
  if (clashes.length > 0 && !addition.replace) return { kind: 'same-subject', lines: clashes };
  const kept = without(profile, clashes);
  if (addition.as === 'anti') {
    const anti = [...kept.anti, { condition, because: addition.because }];
    const line = { place: 'anti', condition, points: null } as const;
    return { kind: 'added', profile: { ...kept, anti }, line, replaced: clashes };
  }
  const points = addition.points ?? pointsOf(kept, pattern, fields);
  return {
    kind: 'added',
    ...withLine(kept, pattern, { points, context: addition.context }),
    replaced: clashes,
  };
}

function standingLines(profile: Profile): readonly StandingLine[] {
  const scored = (place: 'fit' | 'timing') =>
    profile[place].map(({ condition, points }) => ({ place, condition, points }));
  const bare = (place: 'evidence' | 'anti', lines: readonly { readonly condition: Condition }[]) =>
    lines.map(({ condition }) => ({ place, condition, points: null }));
  return [
    ...scored('fit'),
    ...scored('timing'),
    ...bare('evidence', profile.evidenceOnly),
    ...bare('anti', profile.anti),
  ];
}

function isOfKind({ place }: StandingLine, as: PatternAddition['as']): boolean {
  return (place === 'anti') === (as === 'anti');
}

function isSame(one: Condition, other: Condition): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Points clash with a line that asks about the same; an anti line takes the place of the same line with points. */
function clashesWith(
  line: StandingLine,
  added: {
    readonly condition: Condition;
    readonly as: PatternAddition['as'];
    readonly fields: readonly Field[];
  },
): boolean {
  const { condition, as, fields } = added;
  if (as === 'anti') return line.place !== 'anti' && isSame(line.condition, condition);
  if (line.place === 'anti') return isSame(line.condition, condition);
  if ((line.condition.op === 'all') !== (condition.op === 'all')) return false;
  if (isAdjacent(line.condition, condition, fields)) return false;
  const subjects = new Set(subjectsOf(condition));
  return subjectsOf(line.condition).some((subject) => subjects.has(subject));
}

/** Other values of the same industry field. */
function isAdjacent(one: Condition, other: Condition, fields: readonly Field[]): boolean {
  if (one.op !== 'any' || other.op !== 'any' || one.field !== other.field) return false;
  if (fieldRole(one.field, fields) !== 'industry') return false;
  return !other.values.some((value) => one.values.includes(value));
}

function pointsOf({ fit }: Profile, pattern: Pattern, fields: readonly Field[]): number {
  const isSecond =
    pattern.direction === 'for' &&
    fit.some((line) => isAdjacent(line.condition, conditionOf(pattern), fields));
  return isSecond ? adjacentIndustryPoints : rubricPoints(pattern, fields);
}

function without(profile: Profile, lines: readonly StandingLine[]): Profile {
  const stays = (place: StandingLine['place']) => (each: { readonly condition: Condition }) =>
    !lines.some((line) => line.place === place && isSame(line.condition, each.condition));
  return {
    ...profile,
    fit: profile.fit.filter(stays('fit')),
    timing: profile.timing.filter(stays('timing')),
    evidenceOnly: profile.evidenceOnly.filter(stays('evidence')),
    anti: profile.anti.filter(stays('anti')),
  };
}

function withLine(
  profile: Profile,
  pattern: Pattern,
  { points, context }: { readonly points: number; readonly context: LineContext },
): { readonly profile: Profile; readonly line: StandingLine } {
  const made = patternLine(pattern, points, context);
  const { condition } = made.line;
  switch (made.place) {
    case 'fit':
      return {
        profile: { ...profile, fit: inLayers([...profile.fit, made.line]) },
        line: { place: 'fit', condition, points },
      };
    case 'timing':
      return {
        profile: { ...profile, timing: [...profile.timing, made.line] },
        line: { place: 'timing', condition, points },
      };
    case 'evidence':
      return {
        profile: { ...profile, evidenceOnly: inLayers([...profile.evidenceOnly, made.line]) },
        line: { place: 'evidence', condition, points: null },
      };
  }
}
