import { type ExprRecord, type ResolveContext, resolveCondition } from '../base/expr/index.ts';
import {
  column,
  eq,
  readRecords,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
  table,
} from '../base/sql/index.ts';
import {
  agreeingFactor,
  agreeingYears,
  type ComparedCustomer,
  type ComparedThings,
  comparedSubjects,
  type Likeness,
  mostAlike,
} from '../stages/explain/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import { allAccounts } from './account-columns.ts';
import type { KnownCustomer, KnownCustomers } from './best-customers.ts';
import { conditionSources } from './current-card.ts';
import type { CurrentData } from './current-data.ts';
import { isTrait } from './discover/index.ts';
import { mainCurrencies } from './main-currency.ts';
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

/** The account to compare, the card it is scored by, and the customers. */
export interface SimilarRequest {
  readonly accountId: string;
  readonly card: Card;
  readonly context: ResolveContext;
  readonly known: KnownCustomers;
}

const rule =
  'What the fit lines ask about agrees when the same lines hold for both, and counts their points; everything else counts after it. ' +
  `Where no line holds or asks, texts agree when alike, numbers when the larger is at most ${agreeingFactor} times the smaller, years and dates at most ${agreeingYears} years apart, sets with a shared element. ` +
  'Unknown neither agrees nor differs. Tools count as the customer had them at its start.';

const mostSimilar = 3;

/** Customers read at a time: memory stays the same however many there are. */
const batch = 5_000;

/** Categories of tools compared beside those that lines ask about, at most. */
const mostCategories = 60;

/** Finds the three best customers most alike an account; only the best customers are read. */
export async function similarCustomers(
  workspace: Workspace,
  data: CurrentData,
  { accountId, card, context, known }: SimilarRequest,
): Promise<SimilarCustomers> {
  if (known.none !== null) return { kind: 'none', reason: known.none };
  const best = known.customers.filter((of) => of.best && of.facts.accountId !== accountId);
  if (best.length === 0) return { kind: 'none', reason: 'It is itself the only best customer.' };
  const things = comparedThings(data, context);
  const fields = things.fields.map(({ name }) => name);
  const own = await recordsOf(workspace, data, { ids: [accountId], fields });
  const alike = mostAlike(own.get(accountId)!, comparedSubjects(card.fit, things), mostSimilar);
  for (let from = 0; from < best.length; from += batch) {
    const some = best.slice(from, from + batch);
    const ids = some.map((of) => of.facts.accountId);
    const records = await recordsOf(workspace, data, { ids, fields });
    alike.add(some.flatMap((of) => comparedOf(of, records.get(of.facts.accountId)) ?? []));
  }
  const currency = await contractCurrency(workspace, data);
  const byId = new Map(best.map((of) => [of.facts.accountId, of]));
  const customers = alike.found().map((of): SimilarCustomer => {
    const { name, startedOn, contractValue: value } = byId.get(of.accountId)!.facts;
    return { ...of, name, since: startedOn, contractValue: value === null ? null : { value, currency } };
  });
  return { kind: 'similar', by: known.by, compared: best.length, rule, customers };
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

/** Reads accounts by their ids: their fields, tools and what was looked for; events are not compared. */
async function recordsOf(
  workspace: Workspace,
  data: CurrentData,
  { ids, fields }: { readonly ids: readonly string[]; readonly fields: readonly string[] },
): Promise<ReadonlyMap<string, ExprRecord>> {
  const name = 'explained_accounts';
  await workspace.engine.load(
    name,
    [{ name: 'account_id', type: 'text' }],
    ids.map((id) => [id]),
  );
  const accounts = allAccounts(data);
  const sources = conditionSources(data, subquery(accounts, 'a'));
  const among = (relation: SqlRelation | null, columns: readonly string[]) =>
    relation === null ? null : amongAccounts(relation, columns);
  const records = await readRecords(
    workspace.engine,
    {
      ...sources,
      accounts: amongAccounts(
        sources.accounts,
        accounts.columns.map(({ as }) => as),
      ),
      technologies: among(sources.technologies, ['account_id', 'technology', 'category', 'first_seen']),
      coverage: among(sources.coverage, ['account_id', 'scope', 'checked_on']),
      signals: null,
      observations: null,
    },
    { accountIds: null, fields },
  );
  await workspace.engine.drop(name);
  return records;

  function amongAccounts(relation: SqlRelation, columns: readonly string[]): SqlRelation {
    const read = select({ columns: columns.map((of) => column(of)), from: relation });
    const same = eq(column('account_id', 'r'), column('account_id', 'e'));
    const from = semiJoin(subquery(read, 'r'), table(name, 'e'), same);
    return subquery(select({ columns: columns.map((of) => column(of, 'r')), from }), 'x');
  }
}

/** The currency of contract values: of won deals where no customers were imported. */
async function contractCurrency(workspace: Workspace, data: CurrentData): Promise<string | null> {
  const own = data.field('customers', 'contract_value');
  if (own === null) return data.field('deals', 'amount')?.unit ?? null;
  if (!own.mixedCurrency) return own.unit;
  const main = await mainCurrencies(workspace, data, 'customers');
  return main.find(({ field }) => field === own.name)?.currency ?? null;
}
