import { type ExprRecord, evaluate } from '../../base/expr/index.ts';
import { agreesOn, knownValue } from './agrees-on.ts';
import { asOfDay } from './as-of-day.ts';
import type { ComparedSubject } from './compared-subjects.ts';
import { fieldWords, heldWords } from './held-words.ts';

/** A customer to compare with, with what is known of it. */
export interface ComparedCustomer {
  readonly accountId: string;
  /** Place by value, 1 the best; null when customers are not ranked. */
  readonly rank: number | null;
  readonly startedOn: string | null;
  readonly record: ExprRecord;
}

/** One subject on which two accounts agree or differ, with what each holds. */
export interface ComparedOn {
  readonly subject: string;
  readonly kind: 'field' | 'tool';
  /** Points of the card's lines that ask about it; 0 when none does. */
  readonly points: number;
  readonly here: string;
  readonly there: string;
}

/** How alike a customer is: counted over what is known of both; an unknown neither agrees nor differs. */
export interface Likeness {
  readonly accountId: string;
  readonly rank: number | null;
  /** Subjects on which they agree, of those known of both, of those known here. */
  readonly agree: number;
  readonly known: number;
  readonly of: number;
  /** Points of the lines on whose subjects they agree, of those known of both. */
  readonly points: { readonly agree: number; readonly known: number };
  readonly agreements: readonly ComparedOn[];
  readonly differences: readonly ComparedOn[];
}

/** Keeps the customers most alike an account, batch by batch. */
export interface MostAlike {
  readonly add: (customers: Iterable<ComparedCustomer>) => void;
  /** Those kept so far, the most alike first. */
  readonly found: () => readonly Likeness[];
}

interface Scored {
  readonly customer: ComparedCustomer;
  readonly lines: number;
  readonly others: number;
}

/**
 * Finds the customers most alike an account. What the card's lines ask about counts first: the points of the subjects
 * on which both agree, less those on which they differ. Then all other subjects, each alike. Ties go to the better value
 * rank, then to the smaller id. Tools count as the customer had them when it started; one first seen later is unknown.
 *
 * @param most how many are kept
 *
 * @example
 * const alike = mostAlike(record, subjects, 3);
 * alike.add(bestCustomers);
 * alike.found()[0]?.agreements; // [{ subject: 'industry', here: 'private clinic', there: 'private clinic', ... }]
 */
export function mostAlike(
  account: ExprRecord,
  subjects: readonly ComparedSubject[],
  most: number,
): MostAlike {
  const known = subjects.filter((subject) => isKnown(subject, account));
  let kept: readonly Scored[] = [];
  return {
    add: (customers) => {
      for (const customer of customers) {
        const scored = scoreOf(known, account, customer);
        const last = kept[most - 1];
        if (last !== undefined && compare(scored, last) >= 0) continue;
        kept = [...kept, scored].toSorted(compare).slice(0, most);
      }
    },
    found: () => kept.map(({ customer }) => likenessOf(known, account, customer)),
  };
}

function scoreOf(
  subjects: readonly ComparedSubject[],
  account: ExprRecord,
  customer: ComparedCustomer,
): Scored {
  let lines = 0;
  let others = 0;
  for (const subject of subjects) {
    const agrees = compareOn(subject, account, customer);
    if (agrees === null) continue;
    if (subject.points > 0) lines += agrees ? subject.points : -subject.points;
    else others += agrees ? 1 : -1;
  }
  return { customer, lines, others };
}

function compare(a: Scored, b: Scored): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    b.lines - a.lines ||
    b.others - a.others ||
    (a.customer.rank ?? last) - (b.customer.rank ?? last) ||
    (a.customer.accountId < b.customer.accountId ? -1 : 1)
  );
}

function compareOn(subject: ComparedSubject, account: ExprRecord, { record, startedOn }: ComparedCustomer) {
  if (subject.kind !== 'tool') return agreesOn(subject, account, record);
  const now = evaluate(subject.use, record);
  return now === evaluate(subject.use, asOfDay(record, startedOn))
    ? agreesOn(subject, account, record)
    : null;
}

function isKnown(subject: ComparedSubject, account: ExprRecord): boolean {
  return subject.kind === 'tool'
    ? evaluate(subject.use, account) !== null
    : knownValue(account, subject.field) !== null;
}

function likenessOf(
  subjects: readonly ComparedSubject[],
  account: ExprRecord,
  customer: ComparedCustomer,
): Likeness {
  const compared = subjects.flatMap((subject) => {
    const agrees = compareOn(subject, account, customer);
    return agrees === null ? [] : [{ agrees, on: comparedOn(subject, account, customer) }];
  });
  const agreements = compared.filter(({ agrees }) => agrees).map(({ on }) => on);
  const differences = compared.filter(({ agrees }) => !agrees).map(({ on }) => on);
  const sum = (of: readonly ComparedOn[]) => of.reduce((total, { points }) => total + points, 0);
  const points = sum(agreements);
  return {
    accountId: customer.accountId,
    rank: customer.rank,
    agree: agreements.length,
    known: compared.length,
    of: subjects.length,
    points: { agree: points, known: points + sum(differences) },
    agreements,
    differences,
  };
}

function comparedOn(subject: ComparedSubject, account: ExprRecord, { record }: ComparedCustomer): ComparedOn {
  const words = (of: ExprRecord) =>
    (subject.kind === 'tool' ? heldWords(subject.use, of) : fieldWords(subject.field, of)) ?? '';
  const { label, kind, points } = subject;
  return { subject: label, kind, points, here: words(account), there: words(record) };
}
