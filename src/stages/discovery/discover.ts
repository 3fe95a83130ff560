import { askWhenKnown } from './ask-when-known.ts';
import { askWhyMissing } from './ask-why-missing.ts';
import { blendScore } from './blend-score.ts';
import { chooseSide } from './choose-side.ts';
import type { Combination } from './combinations/index.ts';
import { cohortDivision, coverDivision, type Division } from './division.ts';
import { learnPrior } from './estimate-lift.ts';
import { zForFieldP } from './field-p.ts';
import { findDoubts } from './find-doubts.ts';
import { foldGroupings } from './fold-groupings.ts';
import { largestDifferences, mergeDeclared, orderPatterns } from './order-patterns.ts';
import { type Finding, familyShare } from './round.ts';
import { runSearch, type SearchReport } from './run-search.ts';
import { freeRecords, type Sample, takeSample, usableRows } from './sample.ts';
import { scanLeaks } from './scan-leaks.ts';
import { shareByCohort } from './share-by-cohort.ts';
import { shareByValue } from './share-by-value.ts';
import { tooFew } from './too-few.ts';
import type { DiscoveryInput, DiscoveryResult, DiscoveryShortfall, Leak, Pattern, Verdict } from './types.ts';
import { SUGGESTIVE, SUPPORTED } from './verdict-of.ts';
import type { Scored } from './within-strata.ts';
import { writeCombination } from './write-combination.ts';
import { effectOf, type PatternContext, writePattern } from './write-pattern.ts';

const QUESTIONS = 4;

/**
 * Finds what the best customers share that chance does not explain (design, section 5; statistics.md, sections 2 to
 * 4): for each field its strongest value, group of values or window, with a verdict adjusted for the whole search, a
 * lift whose interval accounts for having been chosen, and how many more customers would settle it.
 *
 * @example
 * const result = discover({ ...input, fields: [codeCategories(industries, about)] });
 * if (result.kind === 'discovery') result.patterns[0]?.verdict; // 'supported', 'suggestive' or 'none'
 */
export function discover(input: DiscoveryInput): DiscoveryResult | DiscoveryShortfall {
  const rows = usableRows(input);
  const shortfall = tooFew(takeSample({ ...input, fields: [] }, rows), input.unit);
  if (shortfall !== null) return shortfall;
  const leaks = scanLeaks(input);
  const clean = withoutLeaks(input, leaks);
  const whole = takeSample(clean, rows);
  const search = runSearch(clean, whole, rows);
  const cohort = cohortDivision(search.sample);
  const scored = scoredOf(search.sample);
  const patterns = writePatterns(clean, search, { cohort, scored });
  const shown = patterns.filter(({ verdict }) => verdict !== 'none');
  return {
    kind: 'discovery',
    snapshot: input.snapshot,
    asOf: input.asOf,
    contrast: input.contrast,
    unit: input.unit,
    customers: { n: whole.size, best: whole.best },
    search: {
      method: search.method,
      space: search.space,
      combinations: search.combined,
      depth: input.depth,
      quality: input.quality,
      fields: search.searched,
      adjustedBy: search.adjustedBy,
      permutations: search.permutations,
      seed: input.seed,
    },
    patterns,
    questions: shown.length < 2 ? largestDifferences(patterns, QUESTIONS) : [],
    suggestive: suggestiveOf(search),
    shares: shareByValue(patterns, whole),
    cohorts: cohort === null ? null : shareByCohort(cohort, search.sample, scored),
    leaks,
    asks: [...askWhenKnown(patterns, clean.fields), ...askWhyMissing(whole)],
    warnings: warningsOf({ input, clean, whole, search }),
  };
}

function withoutLeaks(input: DiscoveryInput, leaks: readonly Leak[]): DiscoveryInput {
  const leaking = new Set(leaks.map(({ field }) => field));
  return {
    ...input,
    fields: input.fields.filter(({ id, groups = id }) => !leaking.has(id) && !leaking.has(groups)),
  };
}

function scoredOf({ value, label, clusters }: Sample): Scored {
  return { score: blendScore(value, label), clusters };
}

function writePatterns(
  input: DiscoveryInput,
  search: SearchReport,
  { cohort, scored }: { readonly cohort: Division | null; readonly scored: Scored },
): readonly Pattern[] {
  const { sample, findings, family, maySupport } = search;
  const prior = learnPrior(findings.map((finding) => effectOf(sample, finding)));
  const measure =
    sample.value === null
      ? 'label alone, hypergeometric mid-p'
      : 'value rank and label together, permutation z';
  const context = {
    input,
    sample,
    prior,
    measure,
    maySupport,
    searched: family,
    scored,
    tested: search.combined,
  };
  const tell = (finding: Finding) => ({ finding, pattern: writePattern(finding, context) });
  const drifts = search.drifts.map(tell);
  const searched = [
    ...findings.map(tell),
    ...search.combinations.map((finding) => ({ finding, pattern: writeCombination(finding, context) })),
  ];
  const told = [...drifts, ...searched];
  const traits = new Map(
    told.map(({ finding, pattern }) => [pattern.id, traitOf(finding, pattern.verdict, context)]),
  );
  const merged = orderPatterns(mergeDeclared(told.map(({ pattern }) => pattern)));
  const ordered = foldGroupings(merged, input.fields, { traits, scored });
  const doubted = findDoubts(ordered, {
    scored,
    free: sample.independent,
    traits,
    cohort,
    cutOff: input.cutOff,
    seed: input.seed,
  });
  const own = new Set(searched.map(({ pattern }) => pattern.id));
  return doubted.filter(({ id, cohort: time }) => own.has(id) || time !== null);
}

/** How a finding divides the records, and the z that its verdict (without one, to be supported) needs after the search. */
function traitOf(
  finding: Finding | Combination,
  verdict: Verdict,
  { sample, searched, input }: PatternContext,
): { readonly division: Division; readonly needed: number } {
  const { found, looks } = finding;
  const { column, levels, sign, sides } = found;
  const side = chooseSide(column, { levels, sign });
  const isDeclared = column.hypothesis !== null && !('parts' in finding);
  const family = isDeclared ? input.declared.length : searched;
  const alpha = SUPPORTED * familyShare(isDeclared ? 'declared' : 'searched', input);
  const q = verdict === 'suggestive' ? SUGGESTIVE : -Math.expm1(Math.log1p(-alpha) / Math.max(1, family));
  return {
    division: coverDivision(sample, { field: column.field, ...side }),
    needed: zForFieldP(q, looks, sides),
  };
}

/** How many fields look better than 1 in 20 by themselves, and how many chance alone would show. */
function suggestiveOf({ findings, family }: SearchReport): DiscoveryResult['suggestive'] {
  const fields = new Set(
    findings.filter(({ agrees, q }) => agrees && q <= SUGGESTIVE).map(({ found }) => found.column.field),
  );
  return { found: fields.size, fields: family, byChance: family * SUGGESTIVE };
}

function warningsOf({
  input,
  clean,
  whole,
  search,
}: {
  readonly input: DiscoveryInput;
  /** The input without the fields that leak. */
  readonly clean: DiscoveryInput;
  readonly whole: Sample;
  readonly search: SearchReport;
}): readonly string[] {
  const silent = clean.fields.length - search.searched;
  const lost = input.declared.filter(({ field }) => !clean.fields.some(({ id }) => id === field));
  const left = input.label.length - whole.size;
  const warnings: (string | false)[] = [
    !search.maySupport &&
      `With ${whole.independent} ${freeRecords(whole, input.unit)} a search can support nothing: chance alone finds something as good. What stands out is listed as questions.`,
    search.split &&
      `The shares and intervals are those of the ${search.sample.size} records that tested the patterns, not of the ${whole.size - search.sample.size} that were searched.`,
    left > 0 && `${left} of ${input.label.length} records have no value and are in neither group.`,
    silent > 0 &&
      `${silent} of ${clean.fields.length} fields have nothing to compare: one value only, or known for too few.`,
    lost.length > 0 &&
      `${lost.length} declared hypotheses name a field that is not searched: ${lost.map(({ field }) => field).join(', ')}.`,
  ];
  return warnings.filter((warning) => warning !== false);
}
