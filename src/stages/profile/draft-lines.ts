import { fieldsOf } from '../../base/expr/index.ts';
import { conditionOf, type Pattern, saidWords } from '../discovery/index.ts';
import type { ChosenPatterns } from './choose-patterns.ts';
import { evidenceOf } from './evidence-of.ts';
import { layerOrder } from './layers.ts';
import { patternWords } from './pattern-words.ts';
import { defaultHalfLife } from './read-timing.ts';
import { pointedLines } from './rubric-lines.ts';
import { searchGap } from './search-gap.ts';
import type { DraftInput, EvidenceLine, FitLine, TimingLine } from './types.ts';

/** The scored and unscored lines of a draft. */
export interface DraftLines {
  readonly fit: readonly FitLine[];
  readonly timing: readonly TimingLine[];
  readonly evidenceOnly: readonly EvidenceLine[];
}

/**
 * Turns the chosen patterns into lines: a signal into timing with the default half-life, a trait that no prospect
 * can be searched by into evidence without points, anything else into fit with the points of the rubric.
 */
export function draftLines(chosen: ChosenPatterns, input: DraftInput): DraftLines {
  const fit: FitLine[] = [];
  const timing: TimingLine[] = [];
  const evidenceOnly: EvidenceLine[] = [];
  for (const { pattern, points } of pointedLines(chosen, input.fields)) {
    const condition = conditionOf(pattern);
    const evidence = evidenceOf(pattern, input.snapshot);
    const gap = gapOf(pattern, input);
    if (gap !== null) evidenceOnly.push({ layer: pattern.layer, condition, evidence, why: gap });
    else if (condition.op === 'signal')
      timing.push({ condition, points, halfLife: defaultHalfLife, evidence });
    else fit.push({ layer: pattern.layer, condition, points, evidence, note: noteOf(pattern, input) });
  }
  return { fit: inLayers(fit), timing, evidenceOnly: inLayers(evidenceOnly) };
}

function gapOf(pattern: Pattern, { fields }: DraftInput): string | null {
  if (pattern.layer === 'outcome') return 'known only after the sale';
  const asked = new Set(fieldsOf(conditionOf(pattern)));
  const involved = fields.filter(({ table, name }) => table === 'accounts' && asked.has(name));
  const late = involved.find(({ known }) => known === 'after');
  if (late !== undefined) return `${late.label} is known only after the sale`;
  if (pattern.searchable !== false) return null;
  const gap = involved.map((field) => ({ field, why: searchGap(field) })).find(({ why }) => why !== null);
  return gap === undefined ? 'known for too few prospects to search by' : `${gap.field.label} is ${gap.why}`;
}

/**
 * What the pattern may only be the trace of, and what people say of it; being suggestive is marked by the evidence
 * itself.
 */
function noteOf(pattern: Pattern, input: DraftInput): string | null {
  const said = saidWords(input.said.filter((judgement) => judgement.pattern === pattern.id));
  const notes = [traceOf(pattern, input), said].filter((note) => note !== null && note !== '');
  return notes.length === 0 ? null : notes.join('; ');
}

function traceOf({ cohort, doubts }: Pattern, input: DraftInput): string | null {
  const others = doubts.flatMap(({ kind, by }) => (kind === 'not-told-apart' && by !== null ? [by] : []));
  const named = others.map((id) => input.patterns.find((pattern) => pattern.id === id));
  const traits = named.flatMap((pattern) =>
    pattern === undefined ? [] : [patternWords(pattern, input.fields)],
  );
  const causes = [...(cohort === null ? [] : ['when they started']), ...traits.slice(0, 1)];
  return causes.length === 0 ? null : `may only be the trace of ${causes.join(' or of ')}`;
}

function inLayers<T extends { readonly layer: FitLine['layer'] }>(lines: readonly T[]): readonly T[] {
  return [...lines].sort((left, right) => layerOrder(left.layer) - layerOrder(right.layer));
}
