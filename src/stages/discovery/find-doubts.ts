import { createRandom, hashSeed, twoSidedP } from '../../base/stats/index.ts';
import type { Division } from './division.ts';
import { ADDS, tellApart } from './tell-apart.ts';
import type { Doubt, Pattern } from './types.ts';
import { chanceWithin, type Scored, stratify, zWithin } from './within-strata.ts';

/** The strongest others that a pattern is held against, at most. */
const OTHERS = 20;
const DRAWS = 999;
/** Records above which the normal tail stands for permutations. */
const PERMUTED_UP_TO = 5000;

/** What the patterns of one search are held against each other with. */
export interface DoubtContext {
  readonly scored: Scored;
  /** Records (accounts, where they are clustered) that are free. */
  readonly free: number;
  /** How each pattern divides the records, and the z that its verdict needs after the search, by its id. */
  readonly traits: ReadonlyMap<string, { readonly division: Division; readonly needed: number }>;
  /** Quarters of the start; null when unknown. */
  readonly cohort: Division | null;
  /** The search compared units of one quarter only: what it passed over because of that is flagged. */
  readonly cutOff: boolean;
  readonly seed: number;
}

interface Rival {
  /** Null is the cohort. */
  readonly id: string | null;
  readonly division: Division;
  readonly alone: number;
  readonly needed: number;
  /** Ids of the patterns that a combination is made of: it is held against others only. */
  readonly parts: readonly string[];
  readonly shown: boolean;
}

/** Share of its z that a pattern keeps among units alike in something that hardly matters to it. */
const HARDLY_LESS = 0.9;

/**
 * Says of each shown pattern what it may only reflect: another shown pattern, or when the units started
 * (statistics.md, section 5); where units of one quarter were compared only, also of those that would have been shown. The time of the start is a rival only where the outcome differs by it at all.
 */
export function findDoubts(patterns: readonly Pattern[], context: DoubtContext): readonly Pattern[] {
  const rivals = patterns.flatMap(({ id, verdict, parts }): Rival[] => {
    const trait = context.traits.get(id);
    const shown = verdict !== 'none';
    if (trait === undefined || !(shown || context.cutOff)) return [];
    const alone = zWithin(trait.division, null, context.scored);
    if (!shown && alone < trait.needed) return [];
    return [{ id, ...trait, alone, shown, parts: parts.map((part) => part.id) }];
  });
  const cohort = cohortRival(context);
  const single = rivals.filter(({ parts, shown }) => shown && parts.length === 0);
  const strongest = single.toSorted((a, b) => b.alone - a.alone).slice(0, OTHERS + 1);
  const doubts = new Map<string | null, readonly Doubt[]>(
    rivals.map((own) => {
      const isOther = (id: string | null) => id !== own.id && !own.parts.includes(id ?? '');
      const others = own.shown ? strongest.filter(({ id }) => isOther(id)).slice(0, OTHERS) : [];
      const against = cohort === null ? others : [...others, cohort];
      return [own.id, against.flatMap((other) => doubtOf(own, other, context) ?? [])];
    }),
  );
  const explained = new Set(
    [...doubts].flatMap(([id, own]) => (own.some(({ kind }) => kind === 'explained') ? [id] : [])),
  );
  return patterns.map((pattern) => withDoubts(pattern, doubts.get(pattern.id) ?? [], explained));
}

function cohortRival({ cohort, scored }: DoubtContext): Rival | null {
  if (cohort === null) return null;
  const alone = zWithin(cohort, null, scored);
  return alone >= ADDS ? { id: null, division: cohort, alone, needed: ADDS, parts: [], shown: true } : null;
}

/** Null when the pattern says something of its own beside the other. */
function doubtOf(own: Rival, other: Rival, { scored, free, seed }: DoubtContext): Doubt | null {
  const given = zWithin(own.division, other.division, scored);
  if (given >= (other.id === null ? leastWithinQuarters(own) : ADDS)) return null;
  const otherGiven = zWithin(other.division, own.division, scored);
  const relation = tellApart({ free, alone: own.alone, given, otherGiven });
  const kind = relation === 'explained' ? relation : 'not-told-apart';
  const stratified = stratify(own.division, other.division, scored);
  const random = createRandom(hashSeed(`${seed} ${own.id} ${other.id}`));
  const p =
    stratified.scores.length > PERMUTED_UP_TO
      ? twoSidedP(given)
      : chanceWithin(stratified, { random, draws: DRAWS });
  return { kind, by: other.id, z: own.alone, zGiven: given, otherZGiven: otherGiven, p };
}

/**
 * The z within quarters from which a pattern is more than the time of the start. A search turns to traits that drift
 * as the outcome does and takes the luckiest of them, so that what is left within quarters has been searched for as
 * well: it must carry the verdict alone, or be hardly less than over all (bench/discovery-confounding.ts).
 */
function leastWithinQuarters({ alone, needed }: Rival): number {
  return Math.max(ADDS, Math.min(needed, HARDLY_LESS * alone));
}

/** Of several explanations the one that is not explained itself, then the one that stands best beside the pattern. */
function withDoubts(
  pattern: Pattern,
  doubts: readonly Doubt[],
  explained: ReadonlySet<string | null>,
): Pattern {
  const rank = ({ kind, by }: Doubt): number => (kind !== 'explained' ? 2 : explained.has(by) ? 1 : 0);
  const ordered = doubts.toSorted((a, b) => rank(a) - rank(b) || b.otherZGiven - a.otherZGiven);
  return {
    ...pattern,
    explainedBy: ordered.find(({ kind, by }) => kind === 'explained' && by !== null)?.by ?? null,
    cohort: ordered.find(({ by }) => by === null)?.kind ?? null,
    doubts: ordered,
  };
}
