import { createRandom, hashSeed, holm } from '../../base/stats/index.ts';
import { chooseSide } from './choose-side.ts';
import {
  type CombinationOutcome,
  confirmCombinations,
  type Part,
  proposeCombinations,
} from './combinations/index.ts';
import { agreesWithLabel } from './cover.ts';
import { fieldP } from './field-p.ts';
import type { Declared } from './grain.ts';
import { acrossFamilies, createSearch, type Family, type Finding, type SearchPlan } from './round.ts';
import type { Found } from './run-round.ts';
import { type Sample, takeSample } from './sample.ts';
import { searchSpace } from './search-space.ts';
import { strongestOf } from './strongest-of.ts';
import type { DiscoveryInput } from './types.ts';

/** Most conditions that are carried from one half to the other. */
const CARRIED = 100;
/** Conditions that combinations must add to, at most. */
const STANDING = 16;

/** What a split search found; its findings are of `sample`, the half that tested them. */
export interface HalvesOutcome extends CombinationOutcome {
  readonly findings: readonly Finding[];
  readonly space: number;
  readonly searched: number;
  readonly carried: number;
}

/**
 * Searches one seeded half of a large sample and tests at most 100 survivors on the other half, adjusted after Holm
 * (1979): nothing that was tested has been searched for in the data that tests it, so no permutations are needed.
 */
export function searchHalves(input: DiscoveryInput, rows: Int32Array, plan: SearchPlan): HalvesOutcome {
  const [searching, testing] = splitRows(input, rows);
  const first = takeSample(input, searching);
  const { carried, space, searched } = survivors(first, plan);
  const sample = takeSample(input, testing);
  const asked = plan.declared.map((declared) => ({ ...declared, sign: null }));
  const findings = [
    ...adjust(testAll(sample, plan, carried), 'searched', plan),
    ...adjust(testAll(sample, plan, asked), 'declared', plan),
  ];
  const sides = carried.map(partOf);
  const standing = sides.slice(0, STANDING);
  const combined =
    plan.depth === 1
      ? { sample, combinations: [], combined: 0, method: 'exact' as const }
      : confirmCombinations(
          createSearch(sample, plan),
          proposeCombinations(createSearch(first, plan), { sides, standing }),
          { standing, findings },
        );
  return { ...combined, findings, space, searched, carried: carried.length };
}

function partOf({ field, levels, sign }: Carried): Part {
  const side = { levels, sign: sign ?? 1 };
  return { ...side, field, looks: 1, told: side, supported: true };
}

/** Halves of the free records: whole accounts go one way. */
function splitRows(input: DiscoveryInput, rows: Int32Array): readonly [Int32Array, Int32Array] {
  const keys = input.cluster === null ? rows : Int32Array.from(rows, (i) => input.cluster![i]!);
  const distinct = Int32Array.from(new Set(keys));
  createRandom(hashSeed(`${input.seed} halves`)).shuffle(distinct);
  const searching = new Set(distinct.subarray(0, distinct.length >> 1));
  return [rows.filter((_, r) => searching.has(keys[r]!)), rows.filter((_, r) => !searching.has(keys[r]!))];
}

interface Carried extends Declared {
  /** Direction that the searching half showed; null when none was fixed. */
  readonly sign: 1 | -1 | null;
}

function survivors(sample: Sample, plan: SearchPlan) {
  const found = strongestOf(sample, plan, { family: 'searched', hypotheses: plan.declared });
  const ranked = found
    .map((f) => ({ f, q: fieldP(f.p, searchSpace(f.column)) }))
    .sort((a, b) => a.q - b.q)
    .slice(0, CARRIED);
  return {
    carried: ranked.map(({ f }): Carried => ({ field: f.column.field, ...chooseSide(f.column, f) })),
    space: found.reduce((sum, f) => sum + searchSpace(f.column), 0),
    searched: new Set([
      ...found.map(({ column }) => column.field),
      ...plan.declared.map(({ field }) => field),
    ]).size,
  };
}

function testAll(sample: Sample, plan: SearchPlan, carried: readonly Carried[]): readonly Finding[] {
  if (carried.length === 0) return [];
  return strongestOf(sample, plan, { family: 'declared', hypotheses: carried }).map((found) => {
    const expected = carried.find(({ levels }) => levels === found.column.hypothesis)?.sign ?? null;
    const q = chanceOf(found, expected);
    const agrees = agreesWithLabel(sample, found) && (expected === null || expected === found.sign);
    return { found, looks: found.sides === 2 ? 1 : 2, q, pAdjusted: q, agrees };
  });
}

/** One-sided where the other half fixed the direction, else two-sided. */
function chanceOf({ p, sides, sign }: Found, expected: 1 | -1 | null): number {
  const stronger = p / sides;
  if (expected === null) return Math.min(1, 2 * stronger);
  return expected === sign ? stronger : 1 - stronger;
}

function adjust(tests: readonly Finding[], family: Family, plan: SearchPlan): readonly Finding[] {
  const rising = tests.toSorted((a, b) => a.q - b.q);
  const adjusted = holm(rising.map(({ q }) => q));
  return rising.map((finding, i) => ({ ...finding, pAdjusted: acrossFamilies(adjusted[i]!, family, plan) }));
}
