import {
  type Band,
  daysBetween,
  type ExprRecord,
  evaluate,
  foldText,
  type Truth,
  type Value,
} from '../../base/expr/index.ts';
import { saysUnknown } from '../dataset/index.ts';
import type { ComparedSubject } from './compared-subjects.ts';

/** Numbers that no line asks about agree when the larger is at most so many times the smaller. */
export const agreeingFactor = 1.5;

/** Years and dates that no line asks about agree when they are at most so many years apart. */
export const agreeingYears = 3;

const daysOfYear = 365.25;

/**
 * Whether two accounts agree on a subject; null where either is unknown, and where neither uses a tool that no line of
 * the card asks about.
 *
 * What the card asks about agrees when the same lines hold for both and at least one does; where none holds for either,
 * the values are compared. Texts agree when they are alike (case and accents apart), numbers within a factor of
 * `agreeingFactor`, years and dates within `agreeingYears`, sets when they share an element.
 *
 * @param a the account, or one as it stood on a day (see `asOfDay`)
 */
export function agreesOn(subject: ComparedSubject, a: ExprRecord, b: ExprRecord): Truth {
  if (subject.kind === 'tool') {
    const [uses, used] = [evaluate(subject.use, a), evaluate(subject.use, b)];
    if (uses === null || used === null) return null;
    return uses || used || subject.points > 0 ? uses === used : null;
  }
  const { conditions, field, valueKind } = subject;
  if (knownValue(a, field) === null || knownValue(b, field) === null) return null;
  const asked = conditions.map((condition) => [evaluate(condition, a), evaluate(condition, b)] as const);
  if (asked.some(([one, other]) => one !== null && other !== null && one !== other)) return false;
  if (asked.some((pair) => pair.includes(null))) return null;
  if (asked.some(([one]) => one)) return true;
  if (valueKind === 'money' && (a.currencies[field] ?? null) !== (b.currencies[field] ?? null)) return null;
  return alike(knownValue(a, field), knownValue(b, field), valueKind);
}

/** The value of a field; null also where it only says that nothing is known. */
export function knownValue({ values }: ExprRecord, field: string): Value {
  const value = values[field] ?? null;
  if (typeof value === 'string') return saysUnknown(value) ? null : value;
  return Array.isArray(value) && value.every((element: string) => saysUnknown(element)) ? null : value;
}

function alike(a: Value, b: Value, kind: Extract<ComparedSubject, { kind: 'field' }>['valueKind']): Truth {
  if (a === null || b === null) return null;
  if (typeof a === 'string' && typeof b === 'string')
    return kind === 'date' ? yearsApart(daysBetween(a, b) / daysOfYear) : foldText(a) === foldText(b);
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  if (Array.isArray(a) && Array.isArray(b)) return a.some((element) => b.includes(element));
  const [one, other] = [exact(a), exact(b)];
  if (one === null || other === null) return sameBand(a, b);
  return kind === 'year' ? yearsApart(one - other) : withinFactor(one, other);
}

function yearsApart(years: number): boolean {
  return Math.abs(years) <= agreeingYears;
}

function exact(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { low, high } = value as Band;
  return low === high ? low : null;
}

/** Numbers known as ranges agree when they are the same range; of others it is not known. */
function sameBand(a: Value, b: Value): Truth {
  return JSON.stringify(a) === JSON.stringify(b) ? true : null;
}

function withinFactor(a: number, b: number): boolean {
  if (a === b) return true;
  const [low, high] = a < b ? [a, b] : [b, a];
  return low > 0 ? high <= low * agreeingFactor : high < 0 && -low <= -high * agreeingFactor;
}
