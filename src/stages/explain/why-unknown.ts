import { type ExprRecord, evaluate, type ResolvedCondition } from '../../base/expr/index.ts';
import type { Field, TableName } from '../dataset/index.ts';
import { fieldWords, listedTools } from './held-words.ts';
import { type LeafCondition, leafConditions } from './leaf-conditions.ts';

/** What is known of the data as a whole. */
export interface DataKnowledge {
  /** The field of the accounts by its name; null when no source has it. */
  readonly field: (name: string) => Pick<Field, 'kind' | 'label' | 'coverage' | 'sources'> | null;
  /** The sources that fill a table. */
  readonly sourcesOf: (table: TableName) => readonly string[];
}

/**
 * Why something is unknown: no source has the field (`no-column`), it has no value here (`blank`), the band lies across
 * the window (`straddles`), the sum is in another currency (`currency`), nobody looked for it here (`not-looked-for`),
 * or not since the window began (`looked-too-early`), what was found has no day or strength (`undated`, `no-strength`),
 * there are no two dated values (`no-history`), or the value cannot be compared (`not-comparable`).
 */
export type UnknownReason =
  | 'no-column'
  | 'blank'
  | 'straddles'
  | 'currency'
  | 'not-looked-for'
  | 'looked-too-early'
  | 'undated'
  | 'no-strength'
  | 'no-history'
  | 'not-comparable';

/** One reason, in words for people, and the sources that could say more. */
export interface WhyUnknown {
  readonly reason: UnknownReason;
  readonly words: string;
  /** Files that fill the field or the table; empty when none does. */
  readonly sources: readonly string[];
}

/**
 * Why a condition is unknown of an account, one entry for each of its parts that is; empty when it is known.
 *
 * @example
 * whyUnknown(usesScheduling, record, knowledge);
 * // [{ reason: 'not-looked-for', words: 'nobody looked here', sources: ['technologies.csv'] }]
 */
export function whyUnknown(
  condition: ResolvedCondition,
  record: ExprRecord,
  knowledge: DataKnowledge,
): readonly WhyUnknown[] {
  return leafConditions(condition)
    .filter((leaf) => evaluate(leaf, record) === null)
    .map((leaf) => reasonOf(leaf, record, knowledge));
}

function reasonOf(leaf: LeafCondition, record: ExprRecord, knowledge: DataKnowledge): WhyUnknown {
  switch (leaf.op) {
    case 'tool':
      return { ...toolReason(leaf, record), sources: knowledge.sourcesOf('technologies') };
    case 'signal':
      return { ...signalReason(leaf, record), sources: knowledge.sourcesOf('signals') };
    case 'growth':
      return {
        reason: 'no-history',
        words: 'it takes two values on different days, one before the window',
        sources: knowledge.field(leaf.field)?.sources ?? [],
      };
    default:
      return fieldReason(leaf, record, knowledge);
  }
}

type FieldLeaf = Extract<LeafCondition, { readonly op: 'member' | 'window' | 'dates' }>;

function fieldReason(leaf: FieldLeaf, record: ExprRecord, knowledge: DataKnowledge): WhyUnknown {
  const field = knowledge.field(leaf.field);
  if (field === null) return { reason: 'no-column', words: 'no source has this field', sources: [] };
  const { sources } = field;
  const held = fieldWords(leaf.field, record);
  if (held === null) return { reason: 'blank', words: blankWords(field), sources };
  if (leaf.op === 'window' && leaf.currency !== null && record.currencies[leaf.field] !== leaf.currency)
    return { reason: 'currency', words: `known as ${held}, not in ${leaf.currency}`, sources };
  const value = record.values[leaf.field];
  return typeof value === 'object' && !Array.isArray(value)
    ? { reason: 'straddles', words: `known only as ${held}`, sources }
    : { reason: 'not-comparable', words: `known as ${held}, which cannot be compared`, sources };
}

function blankWords({ coverage: { known, of } }: Pick<Field, 'coverage'>): string {
  if (of === 0 || known === 0) return 'not filled in for any account';
  const percent = (100 * known) / of;
  const share = percent < 1 ? 'under 1%' : `${Math.round(percent)}%`;
  return `not filled in here (known for ${share} of accounts)`;
}

type Reason = Pick<WhyUnknown, 'reason' | 'words'>;

function toolReason(leaf: Extract<LeafCondition, { op: 'tool' }>, record: ExprRecord): Reason {
  const [first] = listedTools(leaf, record);
  if (first === undefined) return { reason: 'not-looked-for', words: 'nobody looked here' };
  const name = first.technology ?? first.category ?? '';
  return { reason: 'undated', words: `${name} is listed without the day it was first seen` };
}

function signalReason(
  { scopes, since, until }: Extract<LeafCondition, { op: 'signal' }>,
  { coverage, signals }: ExprRecord,
): Reason {
  const days = coverage.flatMap(({ scope, checkedOn }) => (scopes.includes(scope) ? (checkedOn ?? []) : []));
  const before = days.filter((day) => since !== null && day < since).reduce(later, '');
  const seen = signals.some(
    ({ kind, observedOn, strength }) =>
      scopes.includes(kind) && strength === null && observedOn <= until && (since ?? '') <= observedOn,
  );
  if (seen) return { reason: 'no-strength', words: 'an event is listed without its strength' };
  return before === ''
    ? { reason: 'not-looked-for', words: 'nobody looked here' }
    : { reason: 'looked-too-early', words: `last looked for on ${before}, before the window begins` };
}

function later(one: string, other: string): string {
  return one < other ? other : one;
}
