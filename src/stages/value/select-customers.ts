import { type Relation, relation } from './relation.ts';
import type { CustomerFacts, ValueOptions } from './types.ts';

/** One customer relation that is to be ranked. */
export interface Customer {
  readonly facts: CustomerFacts;
  readonly relation: Relation;
}

/** The customers the question is about, in an order of their own, and what a reader should know about the choice. */
export interface SelectedCustomers {
  readonly customers: readonly Customer[];
  readonly warnings: readonly string[];
}

/**
 * Chooses whom to rank: those who had started by the day asked about, all or only the last N to start. The order of
 * the input does not matter.
 */
export function selectCustomers(
  all: readonly CustomerFacts[],
  options: Pick<ValueOptions, 'asOf' | 'last'>,
): SelectedCustomers {
  const customers = all
    .map((facts) => ({ facts, relation: relation(facts, options.asOf) }))
    .sort((a, b) => compareTexts(a.facts.accountId, b.facts.accountId) || newestFirst(a, b));
  const started = customers.filter(
    ({ relation: { startedDaysAgo } }) => !(startedDaysAgo !== null && startedDaysAgo < 0),
  );
  const warnings: string[] = [];
  if (started.length < customers.length) {
    warnings.push(
      `${customers.length - started.length} of ${customers.length} customers start after ${options.asOf} and are left out.`,
    );
  }
  warnings.push(...contradictions(started), ...repeats(started));
  if (options.last === null || options.last >= started.length) return { customers: started, warnings };
  const undated = started.filter((customer) => customer.relation.startedDaysAgo === null).length;
  if (undated > 0) {
    warnings.push(
      `${undated} of ${started.length} customers have no known start: the last ${options.last} are chosen among the others first.`,
    );
  }
  const last = started.toSorted(newestFirst).slice(0, options.last);
  return { customers: last, warnings };
}

function newestFirst(a: Customer, b: Customer): number {
  const [first, second] = [a.relation.startedDaysAgo ?? Infinity, b.relation.startedDaysAgo ?? Infinity];
  return first === second ? 0 : first - second;
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function contradictions(customers: readonly Customer[]): readonly string[] {
  const found = customers.filter((customer) => customer.relation.contradictory);
  if (found.length === 0) return [];
  const example = found[0]!.facts.accountId;
  return [
    `${found.length} of ${customers.length} customers end before they start (\`${example}\` is one): their tenure is taken as unknown.`,
  ];
}

function repeats(customers: readonly Customer[]): readonly string[] {
  const repeated = customers.filter(
    (customer, i) => i > 0 && customer.facts.accountId === customers[i - 1]!.facts.accountId,
  );
  if (repeated.length === 0) return [];
  const example = repeated[0]!.facts.accountId;
  return [
    `${repeated.length === 1 ? '1 relation belongs' : `${repeated.length} relations belong`} to an account that has another one (\`${example}\` is one): each is ranked on its own.`,
  ];
}
