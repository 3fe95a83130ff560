import { fieldsOf } from '../../base/expr/index.ts';
import { conditionOf, type Pattern, saidWords } from '../discovery/index.ts';
import { evidenceOf } from './evidence-of.ts';
import { patternWords } from './pattern-words.ts';
import { defaultHalfLife } from './read-timing.ts';
import { searchGap } from './search-gap.ts';
import type { DraftInput, EvidenceLine, FitLine, TimingLine } from './types.ts';

/** What a line is written from, beside its pattern. */
export type LineContext = Pick<DraftInput, 'snapshot' | 'patterns' | 'said' | 'fields'>;

/** The line that a pattern becomes, and the part of the page it stands in. */
export type PatternLine =
  | { readonly place: 'fit'; readonly line: FitLine }
  | { readonly place: 'timing'; readonly line: TimingLine }
  | { readonly place: 'evidence'; readonly line: EvidenceLine };

/**
 * Turns a pattern into a line: a signal into timing with the default half-life, a trait that no prospect can be
 * searched by into evidence without points, anything else into fit.
 */
export function patternLine(pattern: Pattern, points: number, context: LineContext): PatternLine {
  const condition = conditionOf(pattern);
  const { layer } = pattern;
  const evidence = evidenceOf(pattern, context.snapshot);
  const gap = gapOf(pattern, context);
  if (gap !== null) return { place: 'evidence', line: { layer, condition, evidence, why: gap } };
  return condition.op === 'signal'
    ? { place: 'timing', line: { condition, points, halfLife: defaultHalfLife, evidence } }
    : { place: 'fit', line: { layer, condition, points, evidence, note: noteOf(pattern, context) } };
}

function gapOf(pattern: Pattern, { fields }: LineContext): string | null {
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
function noteOf(pattern: Pattern, context: LineContext): string | null {
  const said = saidWords(context.said.filter((judgement) => judgement.pattern === pattern.id));
  const notes = [traceOf(pattern, context), said].filter((note) => note !== null && note !== '');
  return notes.length === 0 ? null : notes.join('; ');
}

function traceOf({ cohort, doubts }: Pattern, context: LineContext): string | null {
  const others = doubts.flatMap(({ kind, by }) => (kind === 'not-told-apart' && by !== null ? [by] : []));
  const named = others.map((id) => context.patterns.find((pattern) => pattern.id === id));
  const traits = named.flatMap((pattern) =>
    pattern === undefined ? [] : [patternWords(pattern, context.fields)],
  );
  const causes = [...(cohort === null ? [] : ['when they started']), ...traits.slice(0, 1)];
  return causes.length === 0 ? null : `may only be the trace of ${causes.join(' or of ')}`;
}
