import { foldText, type ResolvedCondition } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import type { CardFitLine } from '../scorecard/index.ts';
import { type LeafCondition, leafConditions } from './leaf-conditions.ts';

/** A tool condition, asked as `uses`, whenever first seen. */
export type ToolUse = Extract<ResolvedCondition, { readonly op: 'tool' }>;

/** Conditions on the value of one field. */
export type ValueCondition = Extract<LeafCondition, { readonly op: 'member' | 'window' | 'dates' }>;

/** One thing on which two accounts are compared: a field or the use of a tool. */
export type ComparedSubject = {
  /** The most points of the card's lines that ask about it; 0 when none does. */
  readonly points: number;
  readonly label: string;
} & (
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly valueKind: Field['kind'];
      /** What the card asks of the field. */
      readonly conditions: readonly ValueCondition[];
    }
  | { readonly kind: 'tool'; readonly use: ToolUse }
);

/** What accounts can be compared on beside the lines of the card. */
export interface ComparedThings {
  /** Fields of the accounts that can be traits and were known before the sale. */
  readonly fields: readonly Pick<Field, 'name' | 'label' | 'kind'>[];
  /** The use of a tool of each category. */
  readonly tools: readonly { readonly label: string; readonly use: ToolUse }[];
}

/**
 * What two accounts are compared on, each once: what the fit lines of the card ask (dated events left out: who an
 * account is, not when), then every other field and category of tools.
 */
export function comparedSubjects(
  lines: readonly CardFitLine[],
  { fields, tools }: ComparedThings,
): readonly ComparedSubject[] {
  const asked = lines.flatMap(({ condition, points }) =>
    leafConditions(condition).map((leaf) => ({ leaf, points: Math.abs(points) })),
  );
  const ofFields = fields.map((field): ComparedSubject => {
    const own = asked.filter(({ leaf }) => asksValue(leaf) && leaf.field === field.name);
    return {
      kind: 'field',
      field: field.name,
      label: field.label.toLowerCase(),
      valueKind: field.kind,
      points: most(own),
      conditions: own.map(({ leaf }) => leaf as ValueCondition),
    };
  });
  const ofTools = [...askedTools(asked), ...tools].map(({ label, use }): ComparedSubject => {
    const own = asked.filter(({ leaf }) => leaf.op === 'tool' && keyOf(leaf) === keyOf(use));
    return { kind: 'tool', label, use, points: most(own) };
  });
  const first = new Map(ofTools.toReversed().map((of) => [of.kind === 'tool' ? keyOf(of.use) : '', of]));
  return [...ofFields, ...first.values()].toSorted((a, b) => b.points - a.points);
}

interface AskedLeaf {
  readonly leaf: LeafCondition;
  readonly points: number;
}

function asksValue(leaf: LeafCondition): leaf is ValueCondition {
  return leaf.op === 'member' || leaf.op === 'window' || leaf.op === 'dates';
}

function askedTools(asked: readonly AskedLeaf[]): ComparedThings['tools'] {
  return asked.flatMap(({ leaf }) => {
    if (leaf.op !== 'tool' || leaf.since !== null) return [];
    const name = leaf.technologies?.[0] ?? `${leaf.categories?.[0] ?? ''} tools`;
    return [{ label: name, use: { ...leaf, negated: false } }];
  });
}

/** Tools are the same when the same spellings are meant. */
function keyOf({ technologies, categories, since }: ToolUse): string {
  const folded = (names: readonly string[] | null) => names && [...new Set(names.map(foldText))].sort();
  return JSON.stringify([folded(technologies), folded(categories), since]);
}

function most(own: readonly AskedLeaf[]): number {
  return Math.max(0, ...own.map(({ points }) => points));
}
