import { type ExprRecord, type ResolveContext, resolveCondition } from '../base/expr/index.ts';
import { hashSeed } from '../base/stats/index.ts';
import {
  agreeingFactor,
  agreeingYears,
  type ComparedCustomer,
  type ComparedSubject,
  type ComparedThings,
  comparedSubjects,
  type Likeness,
  mostAlike,
} from '../stages/explain/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import type { KnownCustomer, KnownCustomers } from './best-customers.ts';
import { comparedRecords } from './compared-records.ts';
import type { CurrentData } from './current-data.ts';
import { isTrait } from './discover/index.ts';
import { mainCurrencies } from './main-currency.ts';
import { remembered } from './remembered.ts';
import type { Workspace } from './workspace.ts';

/** A best customer that is like the account, and what it is worth. */
export interface SimilarCustomer extends Likeness {
  readonly name: string | null;
  readonly since: string | null;
  readonly contractValue: { readonly value: number; readonly currency: string | null } | null;
}

/** The best customers most alike an account, or why there are none. */
export type SimilarCustomers =
  | { readonly kind: 'none'; readonly reason: string }
  | {
      readonly kind: 'similar';
      readonly by: KnownCustomers['by'];
      /** Best customers that were compared, the account itself left out. */
      readonly compared: number;
      /** How it is decided that two accounts agree. */
      readonly rule: string;
      readonly customers: readonly SimilarCustomer[];
    };

/** The account to compare with all that `subjects` ask of it, and the customers. */
export interface SimilarRequest {
  readonly accountId: string;
  readonly record: ExprRecord;
  readonly subjects: readonly ComparedSubject[];
  readonly known: KnownCustomers;
}

const rule =
  'What the fit lines ask about agrees when the same lines hold for both, and counts their points; everything else counts after it. ' +
  `Where no line holds or asks, texts agree when alike, numbers when the larger is at most ${agreeingFactor} times the smaller, years and dates at most ${agreeingYears} years apart, sets with a shared element. ` +
  'Unknown neither agrees nor differs. Tools count as the customer had them at its start.';

const mostSimilar = 3;

/** Customers read at a time: memory stays the same however many there are; so many are kept for the next account. */
const batch = 5_000;

/** Categories of tools compared beside those that lines ask about, at most. */
const mostCategories = 60;

/** What accounts are compared on by a card on the current data. */
export function similarSubjects(
  data: CurrentData,
  { card, context }: { readonly card: Card; readonly context: ResolveContext },
): readonly ComparedSubject[] {
  return comparedSubjects(card.fit, comparedThings(data, context));
}

/** Finds the three best customers most alike an account; only the best customers are read. */
export async function similarCustomers(
  workspace: Workspace,
  data: CurrentData,
  { accountId, record, subjects, known }: SimilarRequest,
): Promise<SimilarCustomers> {
  if (known.none !== null) return { kind: 'none', reason: known.none };
  const best = known.customers.filter((of) => of.best);
  const others = best.filter((of) => of.facts.accountId !== accountId).length;
  if (others === 0) return { kind: 'none', reason: 'It is itself the only best customer.' };
  const alike = mostAlike(record, subjects, mostSimilar);
  for (let from = 0; from < best.length; from += batch) {
    const some = best.slice(from, from + batch);
    const records = await recordsOf(workspace, data, { some, subjects, kept: best.length <= batch });
    const compared = some.flatMap((of) => comparedOf(of, records.get(of.facts.accountId)) ?? []);
    alike.add(compared.filter((of) => of.accountId !== accountId));
  }
  const currency = await contractCurrency(workspace, data);
  const byId = new Map(best.map((of) => [of.facts.accountId, of]));
  const customers = alike.found().map((of): SimilarCustomer => {
    const { name, startedOn, contractValue: value } = byId.get(of.accountId)!.facts;
    return { ...of, name, since: startedOn, contractValue: value === null ? null : { value, currency } };
  });
  return { kind: 'similar', by: known.by, compared: others, rule, customers };
}

/** Records of best customers, read once where they are few enough to be kept. */
function recordsOf(
  workspace: Workspace,
  data: CurrentData,
  options: {
    readonly some: readonly KnownCustomer[];
    readonly subjects: readonly ComparedSubject[];
    readonly kept: boolean;
  },
): Promise<ReadonlyMap<string, ExprRecord>> {
  const { some, subjects, kept } = options;
  const ids = some.map((of) => of.facts.accountId);
  const read = () => comparedRecords(workspace, data, { ids, subjects });
  if (!kept) return read();
  const { id, at, snapshot } = data.commit;
  const key = [id, at, snapshot.id, hashSeed(JSON.stringify([ids, subjects]))];
  return remembered(workspace, { of: 'best records', key, most: 1 }, read);
}

function comparedOf({ facts, rank }: KnownCustomer, record: ExprRecord | undefined): ComparedCustomer | null {
  const { accountId, startedOn } = facts;
  return record === undefined ? null : { accountId, rank, startedOn, record };
}

function comparedThings(data: CurrentData, context: ResolveContext): ComparedThings {
  const fields = data.fields.filter((of) => of.table === 'accounts' && isTrait(of) && of.known !== 'after');
  return { fields, tools: toolsOf(context) };
}

function toolsOf(context: ResolveContext): ComparedThings['tools'] {
  const categories = [...new Set(context.technologies.flatMap(({ category }) => category ?? []))];
  return categories.slice(0, mostCategories).flatMap((category) => {
    const tool = { technology: null, category, firstSeenWithin: null };
    const use = resolveCondition({ op: 'uses', tool }, context);
    return use.op === 'tool' ? [{ label: `${category} tools`, use }] : [];
  });
}

/** The currency of contract values: of won deals where no customers were imported. */
async function contractCurrency(workspace: Workspace, data: CurrentData): Promise<string | null> {
  const own = data.field('customers', 'contract_value');
  if (own === null) return data.field('deals', 'amount')?.unit ?? null;
  if (!own.mixedCurrency) return own.unit;
  const main = await mainCurrencies(workspace, data, 'customers');
  return main.find(({ field }) => field === own.name)?.currency ?? null;
}
