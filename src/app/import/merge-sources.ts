import {
  column,
  min,
  named,
  parquet,
  type SqlQuery,
  type SqlRelation,
  select,
  subquery,
  union,
} from '../../base/sql/index.ts';
import {
  type AbsenceReport,
  addSums,
  type Disagreement,
  type EntityPart,
  entityKey,
  inOrder,
  type JoinedPart,
  type JoinReport,
  type MergedField,
  mergeFields,
  namesRow,
  oneAccountEach,
  type PartField,
  planFold,
  SAME,
  type Sharing,
  type SourceState,
  type TableName,
  type TableRef,
  tableOfRows,
  tableQuery,
} from '../../stages/dataset/index.ts';
import { conversionOf, convertTables } from './convert-tables.ts';
import { findDisagreements, type SharedRows } from './find-disagreements.ts';
import { foldNext, nothingFolded } from './fold-parts.ts';
import { accountJoinReport, labelsOf, lookupJoinReport, type Reference } from './join-reports.ts';
import { sharedPairs, sharingOf, withShared } from './join-shared.ts';
import { type LookupJoin, lookupJoins } from './lookup-joins.ts';
import { mailDomains } from './mail-domains.ts';
import { type AccountMatch, type AccountSource, freshAccounts, matchAccounts } from './match-accounts.ts';
import { mergeEntities } from './merge-entities.ts';
import type { Scratch } from './scratch.ts';
import { settleAbsence } from './settle-absence.ts';

/** The canonical tables over all sources. */
export interface MergedTables {
  readonly tables: Readonly<Partial<Record<TableName, TableRef>>>;
  readonly fields: ReadonlyMap<TableName, readonly MergedField[]>;
  /** Join reports by source. */
  readonly joins: ReadonlyMap<string, readonly JoinReport[]>;
  /** What a source lists without a deal that ended, by source. */
  readonly absences: ReadonlyMap<string, AbsenceReport>;
  /** Fields of which sources say different things, with the row that shows it. */
  readonly disagreements: readonly Disagreement[];
  readonly warnings: readonly string[];
}

interface MergeContext {
  readonly scratch: Scratch;
  /** In the order in which they came. */
  readonly sources: readonly SourceState[];
  readonly accounts: readonly SourceState[];
  /** Which accounts of each source an earlier one has, by what the files say. */
  readonly found: ReadonlyMap<string, AccountMatch>;
  /** The same, where a person said that some accounts are one. */
  readonly matches: ReadonlyMap<string, AccountMatch>;
  /** The accounts that are another, as a person said; null when there are none. */
  readonly pairs: SqlRelation | null;
  /** One row per account, as the files name them, where that was needed to know what is the same. */
  readonly whole: SharedRows | null;
  readonly lookups: readonly LookupJoin[];
  readonly warnings: string[];
  readonly disagreements: Disagreement[];
}

/**
 * Puts the parts of all sources together, one file per table. Accounts are one per company: a field's value comes
 * from the source that a person trusts most for it, else from the newest import, among those that know it. So are deals, people, answers and customer relations that several sources
 * name by one key. Other tables are all rows of all sources, under the accounts they mean. A part that is a table by
 * itself is taken as it is.
 */
export async function mergeSources(scratch: Scratch, sources: readonly SourceState[]): Promise<MergedTables> {
  const context = await mergeContext(scratch, sources);
  const tables: Partial<Record<TableName, TableRef>> = {};
  const fields = new Map<TableName, readonly MergedField[]>();
  for (const table of new Set(sources.flatMap(({ parts }) => Object.keys(parts) as TableName[]))) {
    const merged = mergedFields(context, table);
    fields.set(table, merged);
    tables[table] = await mergeTable(context, table, merged);
  }
  const absences = await settleDeals(context, { tables, fields });
  await convertTables(scratch, conversionOf(scratch, sources), { tables, fields });
  const { warnings, disagreements } = context;
  return { tables, fields, joins: await joinReports(context), absences, disagreements, warnings };
}

async function mergeContext(scratch: Scratch, sources: readonly SourceState[]): Promise<MergeContext> {
  const accounts = accountOrder(sources);
  const matched = await matchAccounts(
    scratch,
    accounts.map((source) => accountSource(scratch, source)),
  );
  const found = new Map(accounts.map(({ name }, index) => [name, matched[index] as AccountMatch]));
  const context: MergeContext = {
    scratch,
    sources,
    accounts,
    found,
    matches: found,
    pairs: null,
    whole: null,
    lookups: lookupJoins(scratch, sources),
    warnings: [],
    disagreements: [],
  };
  const said = sharingOf(sources);
  return said.some(({ are }) => are === 'one') ? withPairs(context, said) : context;
}

/** The context in which the accounts that a person said are one are one. */
async function withPairs(context: MergeContext, said: readonly Sharing[]): Promise<MergeContext> {
  const { scratch, accounts, found } = context;
  const whole = await wholeAccounts(context);
  const pairs = await sharedPairs(scratch, subquery(whole.rows, 'all'), { said, merged: whole.merged });
  if (pairs === null) return { ...context, whole };
  const matches = new Map<string, AccountMatch>();
  for (const source of accounts) {
    const match = found.get(source.name) as AccountMatch;
    matches.set(source.name, await withShared(scratch, accountSource(scratch, source), { match, pairs }));
  }
  return { ...context, matches, pairs, whole };
}

/** One row per account over all its sources, as the files name them. */
async function wholeAccounts(context: MergeContext): Promise<SharedRows> {
  const merged = ownFields(context.accounts, 'accounts');
  const parts = context.accounts.map((source) => accountsPart(context, source));
  const plan = planFold('account_id', parts, merged);
  let folded = nothingFolded;
  for (const part of parts) folded = await foldNext(context.scratch, plan, { before: folded, part });
  return { table: 'accounts', plan, parts, merged, rows: folded.rows as SqlQuery };
}

/** Replaces the deals by those with the endings that people said absence means. */
async function settleDeals(
  { scratch, sources, matches }: MergeContext,
  {
    tables,
    fields,
  }: {
    readonly tables: Partial<Record<TableName, TableRef>>;
    readonly fields: Map<TableName, readonly MergedField[]>;
  },
): Promise<ReadonlyMap<string, AbsenceReport>> {
  const ref = tables.deals;
  if (ref === undefined) return new Map();
  const merged = fields.get('deals') ?? [];
  const settled = await settleAbsence(scratch, { sources, ref, merged, matches });
  tables.deals = settled.ref;
  fields.set('deals', settled.merged);
  return settled.reports;
}

/** Files of accounts first: what they list is known when others refer to it. */
function accountOrder(sources: readonly SourceState[]): readonly SourceState[] {
  const giving = sources.filter(({ parts }) => parts.accounts !== undefined);
  return [...giving.filter(listsAccounts), ...giving.filter((source) => !listsAccounts(source))];
}

function listsAccounts({ mapping }: SourceState): boolean {
  return mapping.as === 'accounts';
}

/** A file of customers that says what they are like lists accounts of its own: none has to be known before. */
function describesAccounts({ mapping }: SourceState): boolean {
  if (mapping.as !== 'customers') return false;
  return mapping.columns.some(
    (column) => column.table === 'accounts' && !column.ignored && !namesRow(column),
  );
}

/** The newest import first, and of one import the files of accounts. */
function byPrecedence(sources: readonly SourceState[]): readonly SourceState[] {
  const newest = (one: SourceState, two: SourceState) =>
    Date.parse(two.importedAt) - Date.parse(one.importedAt);
  const listing = (one: SourceState, two: SourceState) =>
    Number(listsAccounts(two)) - Number(listsAccounts(one));
  return sources.toSorted((one, two) => newest(one, two) || listing(one, two));
}

function partOf({ store }: Scratch, source: SourceState, table: TableName): SqlRelation {
  return parquet(store.filePath(source.parts[table] as TableRef));
}

function fieldsOf(source: SourceState, table: TableName): readonly PartField[] {
  return source.fields.filter((field) => field.table === table);
}

function accountSource(scratch: Scratch, source: SourceState): AccountSource {
  return {
    source: source.name,
    from: partOf(scratch, source, 'accounts'),
    fields: fieldsOf(source, 'accounts'),
    listsAccounts: listsAccounts(source),
    givesIds: source.mapping.columns.some(({ field, ignored }) => field === 'account_id' && !ignored),
  };
}

function ownFields(sources: readonly SourceState[], table: TableName): readonly MergedField[] {
  const givers = byPrecedence(sources).filter(({ parts }) => parts[table] !== undefined);
  const merged = mergeFields(
    givers.map((source) => ({ source: source.name, fields: fieldsOf(source, table) })),
  );
  return merged.map(({ field, sources: names }) => {
    const rank = (name: string) =>
      givers.find((each) => each.name === name)?.trust[`${table}.${field.name}`] ?? Number.MAX_SAFE_INTEGER;
    return { field, sources: names.toSorted((one, two) => rank(one) - rank(two)) };
  });
}

/** A source's ranks by field of one table, where a person said whom to trust. */
function trustOf(source: SourceState | undefined, table: TableName): EntityPart['trust'] {
  const ranks = Object.entries(source?.trust ?? {}).flatMap(([place, rank]) => {
    const [of, field] = place.split('.');
    return of === table && field !== undefined ? [[field, rank] as const] : [];
  });
  return new Map(ranks);
}

function mergedFields({ sources, lookups }: MergeContext, table: TableName): readonly MergedField[] {
  const names = new Set<string>();
  const joined = lookups
    .filter((lookup) => lookup.table === table)
    .flatMap(({ lookup, fields }) => fields.map(({ field }): MergedField => ({ field, sources: [lookup] })))
    .filter(({ field }) => !names.has(field.name) && names.add(field.name));
  return [...ownFields(sources, table), ...joined];
}

async function mergeTable(
  context: MergeContext,
  table: TableName,
  merged: readonly MergedField[],
): Promise<TableRef> {
  const { scratch, matches, lookups, sources } = context;
  const givers = sources.filter(({ parts }) => parts[table] !== undefined);
  const [only] = givers;
  const looked = lookups.some((lookup) => lookup.table === table);
  const isOne = table === 'accounts' && context.pairs !== null;
  if (only !== undefined && givers.length === 1 && !looked && !isOne) {
    const renamed = table === 'accounts' ? 0 : (matches.get(only.name)?.renamed ?? 0);
    if (renamed === 0) return only.parts[table] as TableRef;
  }
  if (table === 'accounts') return mergeAccounts(context, merged);
  const own = givers.filter((source) => !isSummed(source, table));
  const parts = own.map((source) => ({ ...joinedPart(context, source, table), summed: false }));
  const sums = await summedPart(
    context,
    givers.filter((source) => isSummed(source, table)),
  );
  const all = sums === null ? parts : [...parts, sums];
  if (all.length === 1 || entityKey(table, []) === null) return scratch.write(tableQuery(all, merged));
  const ranks = byPrecedence(givers).map(({ name }) => name);
  return mergeEntities(scratch, {
    table,
    merged,
    parts: all.map((part) => ({
      ...part,
      precedence: ranks.indexOf(part.source),
      trust: trustOf(
        givers.find(({ name }) => name === part.source),
        table,
      ),
    })),
    mayRepeat: table === 'customers' && context.pairs !== null,
    warn: (warning) => context.warnings.push(warning),
    disagree: (found) => context.disagreements.push(...found),
  });
}

function isSummed({ mapping }: SourceState, table: TableName): boolean {
  return mapping.as === 'transactions' && table === 'customers';
}

/** Purchases of all sources, added up per account: each account is there once, whatever names its rows had. */
async function summedPart(
  context: MergeContext,
  sources: readonly SourceState[],
): Promise<(JoinedPart & { readonly summed: true }) | null> {
  const [first] = sources;
  if (first === undefined) return null;
  const { scratch, warnings } = context;
  const merged = ownFields(sources, 'customers');
  const fields = merged.map(({ field }) => field);
  const parts = sources.map((source) => joinedPart(context, source, 'customers'));
  const from = await scratch.keep(addSums(subquery(tableQuery(parts, merged), 'sums'), fields));
  if (sources.length > 1) {
    const names = sources.map(({ name }) => name).join(', ');
    warnings.push(
      `The purchases of ${names} are added up: an order that stands in two of them counts twice.`,
    );
  }
  return { source: first.name, from, fields, match: null, lookups: [], summed: true };
}

function joinedPart(
  { scratch, matches, lookups }: MergeContext,
  source: SourceState,
  table: TableName,
): JoinedPart {
  const match = matches.get(source.name);
  return {
    source: source.name,
    from: partOf(scratch, source, table),
    fields: fieldsOf(source, table),
    match: match === undefined || match.renamed === 0 ? null : match.from,
    lookups: lookups.filter((lookup) => lookup.table === table && lookup.source === source.name),
  };
}

async function mergeAccounts(context: MergeContext, merged: readonly MergedField[]): Promise<TableRef> {
  const { scratch, lookups, pairs } = context;
  const whole = context.whole ?? (await wholeAccounts(context));
  context.disagreements.push(...(await findDisagreements(scratch, whole)));
  const joined = lookups.filter((lookup) => lookup.table === 'accounts');
  const once = joined.filter(
    (each, index) => joined.findIndex(({ lookup }) => lookup === each.lookup) === index,
  );
  const each =
    pairs === null
      ? inOrder(whole.rows, whole.merged)
      : oneAccountEach(subquery(whole.rows, 'whole'), whole.merged, pairs);
  if (once.length === 0) return scratch.write(each);
  const from = subquery(each, 'whole');
  const fields = whole.merged.map(({ field }) => field);
  return scratch.write(tableQuery([{ source: '', from, fields, match: null, lookups: once }], merged));
}

function accountsPart(context: MergeContext, source: SourceState): EntityPart {
  const given = accountSource(context.scratch, source);
  const match = context.found.get(source.name) as AccountMatch;
  return {
    ...given,
    fresh: freshAccounts(given, match),
    same: match.from === null || match.matched === 0 ? null : onePerAccount(match.from),
    precedence: byPrecedence(context.accounts).indexOf(source),
    trust: trustOf(source, 'accounts'),
  };
}

/** Several references to one account: the smallest id speaks for it. */
function onePerAccount(match: SqlRelation): SqlRelation {
  const known = column('account_id');
  const columns = [named(min(column('own')), SAME.own), named(known, SAME.known)];
  return subquery(select({ columns, from: match, groupBy: [known] }), 'one');
}

async function joinReports(context: MergeContext): Promise<ReadonlyMap<string, readonly JoinReport[]>> {
  const { scratch, sources, accounts, lookups } = context;
  const reports = new Map<string, JoinReport[]>(sources.map(({ name }) => [name, []]));
  const lists = accounts.filter(listsAccounts).map((source) => labelsOf(accountSource(scratch, source)));
  for (const source of lists.length === 0 ? [] : accounts) {
    if (listsAccounts(source) || describesAccounts(source)) continue;
    const reference = referenceOf(context, source, union(lists));
    if (reference !== null) reports.get(source.name)?.push(await accountJoinReport(scratch, reference));
  }
  for (const lookup of lookups) {
    const report = await lookupJoinReport(scratch, { ...lookup, rows: lookup.rows });
    reports.get(lookup.source)?.push(report);
  }
  return reports;
}

function referenceOf(context: MergeContext, source: SourceState, known: SqlQuery): Reference | null {
  const { mapping, parts, name } = source;
  const table = tableOfRows(mapping.as);
  const by = [
    ['account_id', mapping.columns.find((each) => !each.ignored && each.field === 'account_id')],
    ['domain', columnOf(source, 'domain') ?? mailDomains(mapping)[0]],
    ['name', columnOf(source, 'name')],
  ] as const;
  const [way, named_] = by.find(([, each]) => each !== undefined) ?? [];
  if (table === null || way === undefined || named_ === undefined || parts[table] === undefined) return null;
  return {
    column: named_.column,
    by: way,
    rows: partOf(context.scratch, source, table),
    accounts: accountSource(context.scratch, source),
    match: context.found.get(name) as AccountMatch,
    known,
  };
}

function columnOf({ mapping }: SourceState, field: string) {
  return mapping.columns.find((each) => !each.ignored && each.table === 'accounts' && each.field === field);
}
