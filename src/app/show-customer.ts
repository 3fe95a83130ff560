import { BestfitError } from '../base/errors/index.ts';
import { and, column, date, desc, eq, isNull, le, or, type Row, select, text } from '../base/sql/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import type { Field, TableName } from '../stages/dataset/index.ts';
import { type ComponentName, valueSheet } from '../stages/value/index.ts';
import { columnsOf } from './account-columns.ts';
import { canonicalRelation, type WantedColumns } from './canonical-relation.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { type HeldValue, heldOf } from './discover/index.ts';
import { findAccount } from './find-account.ts';
import { hasOwnLabel } from './has-own-label.ts';
import { keptWeights } from './rank-value.ts';
import { readCustomers } from './read-customers.ts';
import type { Workspace } from './workspace.ts';

/** The customer to show, as of a day, ranked among all or the last to start. */
export interface CustomerRequest {
  /** Account id, domain or name. */
  readonly account: string;
  readonly asOf: string;
  readonly last: number | null;
}

/** One known attribute: what the files say, and how it is called. */
export interface CustomerAttribute extends HeldValue {
  readonly table: 'accounts' | 'customers';
  readonly field: string;
  readonly label: string;
  /** The label is one of a file or of a person, not of the product. */
  readonly isOwn: boolean;
  readonly layer: Field['layer'];
  readonly kind: Field['kind'];
  readonly unit: string | null;
  readonly known: Field['known'];
  readonly sources: readonly string[];
}

/** Its place in one component of value. */
export interface CustomerPlace {
  readonly component: ComponentName;
  readonly raw: number | null;
  readonly percentile: number | null;
  readonly weight: number;
  readonly counts: boolean;
}

/** Some rows of an event table, newest first, and how many there are. */
export interface CustomerRows<T> {
  readonly total: number;
  readonly shown: readonly T[];
}

/** A deal of the customer. */
export interface CustomerDeal {
  readonly dealId: string | null;
  readonly createdOn: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  readonly stage: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
}

/** A tool in use. */
export interface CustomerTool {
  readonly technology: string | null;
  readonly category: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly source: string | null;
}

/** A dated event. */
export interface CustomerSignal {
  readonly kind: string;
  readonly about: string | null;
  readonly observedOn: string | null;
  readonly strength: number | null;
  readonly source: string | null;
  readonly url: string | null;
}

/** A person known there; contact data are not shown here. */
export interface CustomerPerson {
  readonly name: string | null;
  readonly title: string | null;
  readonly role: string | null;
}

/** Everything known of one customer. */
export interface ShownCustomer {
  readonly kind: 'customer';
  readonly snapshot: string;
  readonly asOf: string;
  readonly account: { readonly id: string; readonly name: string | null };
  /** Start and end of the relation; null where it is no customer on this day. */
  readonly relation: { readonly since: string | null; readonly until: string | null } | null;
  readonly value: number | null;
  readonly rank: number | null;
  readonly ranked: number;
  readonly best: boolean;
  readonly coverage: number;
  readonly places: readonly CustomerPlace[];
  readonly attributes: readonly CustomerAttribute[];
  readonly deals: CustomerRows<CustomerDeal>;
  readonly tools: CustomerRows<CustomerTool>;
  readonly signals: CustomerRows<CustomerSignal>;
  readonly people: CustomerRows<CustomerPerson>;
  /** What people said of it: it stands beside the figures and changes none. */
  readonly said: readonly Judgement[];
}

/** Rows of an event table that are shown, at most. */
const mostRows = 50;

/** All that the files say of one customer, with its place by value; `account.missing` where there is no such account. */
export async function showCustomer(workspace: Workspace, request: CustomerRequest): Promise<ShownCustomer> {
  const data = await currentData(workspace);
  const found = await findCustomer(workspace, data, request.account);
  const of = { accountId: found.accountId, asOf: request.asOf };
  const said = await workspace.store.judgements();
  return {
    kind: 'customer',
    snapshot: data.snapshot,
    asOf: request.asOf,
    account: { id: found.accountId, name: found.name },
    ...(await placeOf(workspace, data, { ...request, ...of })),
    attributes: [
      ...(await attributesOf(workspace, data, { ...of, table: 'accounts' })),
      ...(await attributesOf(workspace, data, { ...of, table: 'customers' })),
    ],
    deals: await dealsOf(workspace, data, of),
    tools: await toolsOf(workspace, data, of),
    signals: await signalsOf(workspace, data, of),
    people: await peopleOf(workspace, data, of),
    said: said.filter(({ accountId }) => accountId === found.accountId),
  };
}

/** An account that only the customer table names (no account was imported for it) is found by its id. */
async function findCustomer(workspace: Workspace, data: CurrentData, account: string) {
  const customers = data.tables.customers;
  try {
    return await findAccount(workspace, data, account);
  } catch (error) {
    if (!(error instanceof BestfitError) || error.code !== 'account.missing' || customers === undefined)
      throw error;
    const where = eq(column('account_id'), text(account));
    const rows = await workspace.engine.rows(
      select({ columns: [column('account_id')], from: customers, where }),
    );
    if (rows.length === 0) throw error;
    return { accountId: account, name: null };
  }
}

interface OneAccount {
  readonly accountId: string;
  readonly asOf: string;
}

async function placeOf(
  workspace: Workspace,
  data: CurrentData,
  request: OneAccount & { last: number | null },
) {
  const { asOf, last, accountId } = request;
  const facts = await readCustomers(workspace, data, asOf);
  const sheet = valueSheet(facts, { asOf, last, weights: await keptWeights(workspace), seed: 0 });
  const row = sheet.customers.findIndex((customer) => customer.accountId === accountId);
  const own = sheet.customers[row] ?? null;
  const weighed = sheet.found.kind === 'weighed' ? sheet.found : null;
  const value = numberOrNull(weighed?.valued.values[row]);
  const place = weighed?.valued.ranked.indexOf(row) ?? -1;
  return {
    relation: own === null ? null : { since: own.startedOn, until: own.endedOn },
    value,
    rank: weighed?.ranks[place] ?? null,
    ranked: weighed?.valued.ranked.length ?? 0,
    best: weighed !== null && value !== null && value >= weighed.line.cut,
    coverage: weighed?.valued.coverage[row] ?? 0,
    places: sheet.components.map(({ name, raw, percentiles, weight, leftOut }) => ({
      component: name,
      raw: numberOrNull(raw[row]),
      percentile: numberOrNull(percentiles[row]),
      weight,
      counts: leftOut === null,
    })),
  };
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

async function attributesOf(
  { engine }: Workspace,
  data: CurrentData,
  { accountId, table }: { readonly accountId: string; readonly table: 'accounts' | 'customers' },
): Promise<readonly CustomerAttribute[]> {
  const from = data.tables[table];
  if (from === undefined) return [];
  const fields = data.fields.filter((field) => field.table === table);
  const names = [...new Set(['account_id', ...fields.flatMap(columnsOf)])];
  const where = eq(column('account_id'), text(accountId));
  const [row] = await engine.rows(
    select({ columns: names.map((name) => column(name)), from, where, limit: 1 }),
  );
  if (row === undefined) return [];
  return fields
    .filter(({ name }) => name !== 'account_id')
    .map((field) => ({
      table,
      field: field.name,
      label: field.label,
      isOwn: hasOwnLabel(field),
      layer: field.layer,
      kind: field.kind,
      unit: field.unit,
      known: field.known,
      sources: field.sources,
      ...heldOf(field, row),
    }))
    .filter(({ held }) => held !== null);
}

/** Rows of an event table of one account that were known on the day, newest first. */
async function eventsOf<T>(
  { engine }: Workspace,
  data: CurrentData,
  of: OneAccount & {
    readonly table: TableName;
    readonly wanted: WantedColumns;
    /** The day of a row; null has none. */
    readonly on: string | null;
    readonly read: (row: Row) => T;
  },
): Promise<CustomerRows<T>> {
  const from = canonicalRelation(data, of.table, { account_id: 'text', ...of.wanted });
  if (from === null) return { total: 0, shown: [] };
  const own = eq(column('account_id'), text(of.accountId));
  const known = of.on === null ? [] : [or([isNull(column(of.on)), le(column(of.on), date(of.asOf))])];
  const rows = await engine.rows(
    select({
      columns: Object.keys(of.wanted).map((name) => column(name)),
      from,
      where: and([own, ...known]),
      orderBy: of.on === null ? [] : [desc(column(of.on))],
    }),
  );
  return { total: rows.length, shown: rows.slice(0, mostRows).map(of.read) };
}

const textOf = (row: Row, name: string): string | null => (row[name] ?? null) as string | null;
const numberOf = (row: Row, name: string): number | null => (row[name] ?? null) as number | null;

function dealsOf(workspace: Workspace, data: CurrentData, of: OneAccount) {
  const amount = data.field('deals', 'amount');
  const mixed = amount?.mixedCurrency === true;
  return eventsOf<CustomerDeal>(workspace, data, {
    ...of,
    table: 'deals',
    on: 'created_on',
    wanted: {
      deal_id: 'text',
      created_on: 'date',
      closed_on: 'date',
      outcome: 'text',
      stage: 'text',
      amount: 'double',
      ...(mixed ? { amount_currency: 'text' as const } : {}),
    },
    read: (row) => ({
      dealId: textOf(row, 'deal_id'),
      createdOn: textOf(row, 'created_on'),
      closedOn: textOf(row, 'closed_on'),
      outcome: textOf(row, 'outcome'),
      stage: textOf(row, 'stage'),
      amount: numberOf(row, 'amount'),
      currency: mixed ? textOf(row, 'amount_currency') : (amount?.unit ?? null),
    }),
  });
}

function toolsOf(workspace: Workspace, data: CurrentData, of: OneAccount) {
  return eventsOf<CustomerTool>(workspace, data, {
    ...of,
    table: 'technologies',
    on: 'first_seen',
    wanted: { technology: 'text', category: 'text', first_seen: 'date', last_seen: 'date', source: 'text' },
    read: (row) => ({
      technology: textOf(row, 'technology'),
      category: textOf(row, 'category'),
      firstSeen: textOf(row, 'first_seen'),
      lastSeen: textOf(row, 'last_seen'),
      source: textOf(row, 'source'),
    }),
  });
}

function signalsOf(workspace: Workspace, data: CurrentData, of: OneAccount) {
  return eventsOf<CustomerSignal>(workspace, data, {
    ...of,
    table: 'signals',
    on: 'observed_on',
    wanted: {
      kind: 'text',
      about: 'text',
      observed_on: 'date',
      strength: 'double',
      source: 'text',
      url: 'text',
    },
    read: (row) => ({
      kind: String(row.kind),
      about: textOf(row, 'about'),
      observedOn: textOf(row, 'observed_on'),
      strength: numberOf(row, 'strength'),
      source: textOf(row, 'source'),
      url: textOf(row, 'url'),
    }),
  });
}

function peopleOf(workspace: Workspace, data: CurrentData, of: OneAccount) {
  return eventsOf<CustomerPerson>(workspace, data, {
    ...of,
    table: 'people',
    on: null,
    wanted: {
      name: 'text',
      first_name: 'text',
      last_name: 'text',
      title: 'text',
      committee_role: 'text',
    },
    read: (row) => {
      const parts = [textOf(row, 'first_name'), textOf(row, 'last_name')].filter((part) => part !== null);
      return {
        name: textOf(row, 'name') ?? (parts.length === 0 ? null : parts.join(' ')),
        title: textOf(row, 'title'),
        role: textOf(row, 'committee_role'),
      };
    },
  });
}
