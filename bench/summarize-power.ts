import type { Trait } from './discovery-simulation.ts';
import type { Truth } from './planted-truth.ts';
import type { LiftError } from './shown-lift.ts';

/** One make of simulated customers. */
export interface PowerCell {
  readonly n: number;
  readonly kind: Trait['kind'] | 'anti' | 'four';
  /** Shares of best and rest that have each trait; the other way round for an anti trait. */
  readonly inBest: number;
  readonly inRest: number;
  readonly labelOnly: boolean;
}

/** A pattern that was called supported or suggestive. */
export interface ShownPattern extends Omit<Truth, 'odds'>, LiftError {
  readonly verdict: 'supported' | 'suggestive';
  readonly direction: 'for' | 'against';
  /** Whether the direction is that of the truth. */
  readonly right: boolean;
  /** Conditions of the pattern. */
  readonly length: number;
}

/** What was shown of one set. */
export interface PowerSet {
  readonly traits: readonly Trait['kind'][];
  readonly shown: readonly ShownPattern[];
}

/** Figures of one cell. */
export type PowerRow = ReturnType<typeof summarizePower>;

/** Figures of all sets of one size. */
export type PowerSize = ReturnType<typeof poolPower>;

/** What was found in the sets of one cell, as shares of the traits planted or of the sets. */
export function summarizePower(cell: PowerCell, sets: readonly PowerSet[]) {
  const planted = sets.reduce((sum, { traits }) => sum + traits.length, 0);
  const found = (verdict: 'supported' | null): number =>
    sets.reduce((sum, set) => sum + traitsFound(cell, set, verdict), 0) / planted;
  const windows = sets.flatMap(({ traits, shown }) =>
    shown.filter((p) => isSupported(p) && p.trait !== null && traits[p.trait] === 'number'),
  );
  return {
    ...cell,
    sets: sets.length,
    /** Planted traits that are supported, and that are suggestive or better. */
    recall: found('supported'),
    shown: found(null),
    /** Sets in which both parts of a pair are shown by themselves; null without a pair. */
    bothParts: cell.kind === 'pair' ? shareOf(sets, showsBothParts) : null,
    windowJaccard: windows.length === 0 ? null : meanOf(windows.map(({ jaccard }) => jaccard!)),
    ...wrong(sets),
  };
}

/** How the lifts shown at one size compare with the truth, and what is said beside the truth, whatever was planted. */
export function poolPower(n: number, sets: readonly PowerSet[]) {
  const shown = sets.flatMap((set) => set.shown);
  return {
    n,
    sets: sets.length,
    supported: errorsOf(shown.filter(isSupported)),
    suggestive: errorsOf(shown.filter((p) => !isSupported(p))),
    ...wrong(sets),
  };
}

function isSupported({ verdict }: ShownPattern): boolean {
  return verdict === 'supported';
}

/** An anti trait must be told as one. */
function traitsFound({ kind }: PowerCell, { shown }: PowerSet, verdict: 'supported' | null): number {
  const hits = shown.filter(
    (p) =>
      p.trait !== null &&
      p.right &&
      (verdict === null || p.verdict === verdict) &&
      (kind !== 'anti' || p.direction === 'against'),
  );
  return new Set(hits.map(({ trait }) => trait)).size;
}

/** Only the two halves of the pair are planted and no trait by themselves. */
function showsBothParts({ shown }: PowerSet): boolean {
  return shown.filter((p) => p.planted && p.trait === null && p.length === 1 && p.right).length === 2;
}

/** Supported patterns that name a field that was not planted, of any kind and of several conditions. */
function wrong(sets: readonly PowerSet[]) {
  const supported = sets.flatMap(({ shown }) => shown.filter(isSupported));
  const isFalse = (p: ShownPattern): boolean => isSupported(p) && !p.planted;
  return {
    falseSets: shareOf(sets, ({ shown }) => shown.some(isFalse)),
    falseCombinationSets: shareOf(sets, ({ shown }) => shown.some((p) => isFalse(p) && p.length > 1)),
    /** Combinations of planted fields that are no planted pair. */
    plantedCombinationSets: shareOf(sets, ({ shown }) =>
      shown.some((p) => isSupported(p) && p.planted && p.trait === null && p.length > 1),
    ),
    precision: supported.length === 0 ? null : meanOf(supported.map(({ planted }) => Number(planted))),
  };
}

function errorsOf(shown: readonly ShownPattern[]) {
  const mean = (of: (p: ShownPattern) => number): number | null =>
    shown.length === 0 ? null : meanOf(shown.map(of));
  return {
    patterns: shown.length,
    coverage: mean((p) => Number(p.covered)),
    naiveCoverage: mean((p) => Number(p.naiveCovered)),
    bias: mean((p) => p.bias),
    naiveBias: mean((p) => p.naiveBias),
  };
}

function shareOf<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.filter(test).length / all.length;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}
