import { hashSeed } from '../base/stats/index.ts';
import { type CustomerFacts, placeCustomers, type ValueShortfall } from '../stages/value/index.ts';
import type { CurrentData } from './current-data.ts';
import { keptWeights } from './rank-value.ts';
import { readCustomers } from './read-customers.ts';
import { remembered } from './remembered.ts';
import type { Workspace } from './workspace.ts';

/** A customer with its place by value: 1 is the best, null where it is not ranked. */
export interface KnownCustomer {
  readonly facts: CustomerFacts;
  readonly rank: number | null;
  readonly best: boolean;
}

/** The customers by account, and who of them are the best. */
export interface KnownCustomers {
  /** `value`: the top third by value; `won`: no customers were imported, all accounts of won deals are taken. */
  readonly by: 'value' | 'won';
  /** One per account, best first. */
  readonly customers: readonly KnownCustomer[];
  /** How many are ranked. */
  readonly ranked: number;
  /** Why there are no best customers; null when there are. */
  readonly none: string | null;
}

/**
 * Who the best customers are on a day: those above the line of the value ranking with the weights of the workspace; where
 * there are only won deals, the accounts that were won.
 */
export async function bestCustomers(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<KnownCustomers> {
  const weights = await keptWeights(workspace);
  const { id, at, snapshot } = data.commit;
  const memory = { of: 'best customers', key: [id, at, snapshot.id, asOf, weights], most: 1 };
  return remembered(workspace, memory, () => placeKnown(workspace, data, { asOf, weights }));
}

async function placeKnown(
  workspace: Workspace,
  data: CurrentData,
  { asOf, weights }: { readonly asOf: string; readonly weights: Awaited<ReturnType<typeof keptWeights>> },
): Promise<KnownCustomers> {
  const by = data.tables.customers === undefined ? 'won' : 'value';
  const facts = await readCustomers(workspace, data, asOf);
  const placed = placeCustomers(facts, { asOf, weights, last: null, seed: hashSeed(data.snapshot) });
  const ranked = placed.kind === 'placed' ? placed.customers : [];
  const byAccount = new Map<string, KnownCustomer>();
  const keep = (of: KnownCustomer) => {
    if (!byAccount.has(of.facts.accountId)) byAccount.set(of.facts.accountId, of);
  };
  for (const { facts: own, rank, best } of ranked) keep({ facts: own, rank, best: best || by === 'won' });
  for (const own of facts) keep({ facts: own, rank: null, best: by === 'won' });
  return {
    by,
    customers: [...byAccount.values()],
    ranked: ranked.length,
    none: noneOf({ by, customers: byAccount.size, placed }),
  };
}

function noneOf({
  by,
  customers,
  placed,
}: {
  readonly by: KnownCustomers['by'];
  readonly customers: number;
  readonly placed: { readonly kind: 'placed' } | ValueShortfall;
}): string | null {
  if (customers === 0) return 'No customers and no won deals are known on this day.';
  if (by === 'won' || placed.kind === 'placed') return null;
  return placed.kind === 'too-few-customers' ? placed.why : placed.reason;
}
