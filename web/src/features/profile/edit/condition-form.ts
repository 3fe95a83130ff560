import type { Condition, Duration, Vocabulary } from '../../../api/generated/types.gen.ts';

type Field = Vocabulary['fields'][number];

/** Ways to ask that the editor offers: of a field, of a tool, of an event. */
export type Operator =
  | 'any'
  | 'none'
  | 'between'
  | 'min'
  | 'max'
  | 'newer'
  | 'older'
  | 'growth'
  | 'uses'
  | 'lacks'
  | 'signal';

/** What a condition asks about: `field industry`, `tool`, `signal`. */
export interface Subject {
  readonly kind: 'field' | 'tool' | 'signal';
  readonly field: string | null;
}

/** Operators that a kind of field allows, the usual one first. */
export function operatorsOf(field: Field | null): readonly Operator[] {
  switch (field?.kind) {
    case 'number':
    case 'money':
      return ['between', 'min', 'max', 'growth'];
    case 'year':
      return ['between', 'min', 'max'];
    case 'date':
      return ['newer', 'older'];
    default:
      return ['any', 'none'];
  }
}

/** The operator of a condition; null for what the editor only shows, such as several at once. */
export function operatorOf(condition: Condition): Operator | null {
  switch (condition.op) {
    case 'window':
      if (condition.low !== null && condition.high !== null) return 'between';
      return condition.high === null ? 'min' : 'max';
    case 'age':
      if (condition.min !== null && condition.max !== null) return null;
      return condition.max === null ? 'older' : 'newer';
    case 'all':
      return null;
    default:
      return condition.op;
  }
}

/** What a condition asks about. */
export function subjectOf(condition: Condition): Subject {
  if (condition.op === 'uses' || condition.op === 'lacks') return { kind: 'tool', field: null };
  if (condition.op === 'signal') return { kind: 'signal', field: null };
  return { kind: 'field', field: 'field' in condition ? condition.field : null };
}

const halfYear: Duration = { count: 6, unit: 'months' };

/** A condition to begin with: the operator with nothing filled in. */
export function emptyCondition(operator: Operator, field: string, unit: string | null): Condition {
  switch (operator) {
    case 'any':
    case 'none':
      return { op: operator, field, values: [] };
    case 'between':
      return { op: 'window', field, low: 0, high: 0, currency: unit };
    case 'min':
      return { op: 'window', field, low: 0, high: null, currency: unit };
    case 'max':
      return { op: 'window', field, low: null, high: 0, currency: unit };
    case 'newer':
      return { op: 'age', field, min: null, max: halfYear };
    case 'older':
      return { op: 'age', field, min: halfYear, max: null };
    case 'growth':
      return { op: 'growth', field, min: 0.1, over: halfYear };
    case 'uses':
    case 'lacks':
      return { op: operator, tool: { technology: null, category: '', firstSeenWithin: null } };
    case 'signal':
      return { op: 'signal', signal: { kind: 'hired', about: null, within: halfYear, minStrength: null } };
  }
}

/** Whether a condition is filled in, so that it can stand on the page. */
export function isFilledIn(condition: Condition): boolean {
  switch (condition.op) {
    case 'any':
    case 'none':
      return condition.values.length > 0;
    case 'window':
      return condition.low === null || condition.high === null || condition.low <= condition.high;
    case 'uses':
    case 'lacks':
      return (condition.tool.technology ?? '') !== '' || (condition.tool.category ?? '') !== '';
    case 'signal':
      return condition.signal.kind !== 'custom' || (condition.signal.about ?? '') !== '';
    default:
      return true;
  }
}
