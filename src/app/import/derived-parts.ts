import {
  and,
  call,
  column,
  crossJoin,
  date,
  divide,
  eq,
  gt,
  isNotNull,
  join,
  named,
  ne,
  nullOf,
  number,
  parquet,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  subtract,
  text,
  union,
} from '../../base/sql/index.ts';
import {
  canonicalPartField,
  canonicalTables,
  type PartField,
  type SourceState,
  type TableName,
  type TableRef,
} from '../../stages/dataset/index.ts';
import { coversOf } from './covers-of.ts';
import type { Scratch } from './scratch.ts';
import type { ImportRequest } from './types.ts';

/** What one source's file gave. */
export interface GivenParts {
  readonly name: string;
  /** Its rows are companies (accounts or customers), so that it looked at those and no others. */
  readonly describesAccounts: boolean;
  readonly previous: SourceState | null;
  readonly written: ReadonlyMap<TableName, TableRef>;
  readonly fields: readonly PartField[];
}

/** Parts that follow from the file, in place of those it gave itself. */
export interface DerivedParts {
  readonly parts: ReadonlyMap<TableName, TableRef>;
  readonly fields: readonly PartField[];
}

const EVERY_ACCOUNT = '*';

/**
 * What a file says beyond its rows: with `--covers all` what was looked at for every account, and with a date the
 * numbers of each account on that day and the growth since the import before.
 */
export async function derivedParts(
  scratch: Scratch,
  request: ImportRequest,
  given: GivenParts,
): Promise<DerivedParts> {
  const parts = new Map<TableName, TableRef>();
  const add = async (table: TableName, queries: readonly SqlQuery[]) => {
    if (queries.length > 0) parts.set(table, await scratch.write(union(queries)));
  };
  await add('coverage', coverageQueries(scratch, request, given));
  await add('observations', observationQueries(scratch, request, given));
  await add('signals', signalQueries(scratch, request, given));
  const fields = [...parts.keys()].flatMap((table) =>
    canonicalTables[table].map(({ name }) => canonicalPartField(table, name)),
  );
  return { parts, fields };
}

function relation(scratch: Scratch, ref: TableRef | undefined): SqlRelation | null {
  return ref === undefined ? null : parquet(scratch.store.filePath(ref));
}

function allColumns(table: TableName, from: SqlRelation): SqlSelect {
  return select({ columns: canonicalTables[table].map(({ name }) => column(name)), from });
}

/** Tools are covered by their category, or by their own name where they have none; signals by their kind. */
function coverageQueries(scratch: Scratch, request: ImportRequest, given: GivenParts): readonly SqlQuery[] {
  const { observedOn, at } = request;
  if (coversOf(request, given.previous) !== 'all') return [];
  const own = relation(scratch, given.written.get('coverage'));
  const scopes = [
    {
      from: relation(scratch, given.written.get('technologies')),
      scope: call('coalesce', column('category'), column('technology')),
    },
    { from: relation(scratch, given.written.get('signals')), scope: column('kind') },
  ];
  const listed = given.describesAccounts ? relation(scratch, given.written.get('accounts')) : null;
  const checkedOn = date(observedOn ?? at.slice(0, 10));
  const covered = scopes.flatMap(({ from, scope }) => {
    if (from === null) return [];
    const looked = select({
      columns: [named(scope, 'scope')],
      distinct: true,
      from,
      where: isNotNull(scope),
    });
    return [coverageOf(looked, { listed, source: given.name, checkedOn })];
  });
  return own === null || covered.length === 0 ? covered : [allColumns('coverage', own), ...covered];
}

/** A file about companies looked at those it lists; a file of tools or signals alone looked at everyone. */
function coverageOf(
  looked: SqlSelect,
  about: { readonly listed: SqlRelation | null; readonly source: string; readonly checkedOn: SqlExpr },
): SqlSelect {
  const scopes = subquery(looked, 'l');
  const accounts =
    about.listed === null
      ? null
      : subquery(select({ columns: [column('account_id')], from: about.listed }), 'a');
  return select({
    columns: [
      named(accounts === null ? text(EVERY_ACCOUNT) : column('account_id', 'a'), 'account_id'),
      named(column('scope', 'l'), 'scope'),
      named(text(about.source), 'source'),
      named(about.checkedOn, 'checked_on'),
    ],
    from: accounts === null ? scopes : crossJoin(accounts, scopes),
  });
}

function numberFields(fields: readonly PartField[]): readonly PartField[] {
  return fields.filter(({ table, kind }) => table === 'accounts' && (kind === 'number' || kind === 'money'));
}

/** Numbers of each account on each dated import; an import without a date stands for its own day. */
function observationQueries(
  scratch: Scratch,
  { observedOn }: ImportRequest,
  given: GivenParts,
): readonly SqlQuery[] {
  const { previous, written, fields } = given;
  const old = relation(scratch, previous?.parts.observations);
  const kept = old === null ? [] : [olderThan(allColumns('observations', old), observedOn)];
  if (observedOn === null) return kept;
  const before = relation(scratch, previous?.parts.accounts);
  const day = previousDay(previous);
  const first = old === null && before !== null && day !== null && day < observedOn;
  const now = relation(scratch, written.get('accounts'));
  return [
    ...kept,
    ...(first ? observe(before, previous?.fields ?? [], day) : []),
    ...(now === null ? [] : observe(now, fields, observedOn)),
  ];
}

function previousDay(previous: SourceState | null): string | null {
  return previous === null ? null : (previous.observedOn ?? previous.importedAt.slice(0, 10));
}

function olderThan(rows: SqlSelect, day: string | null): SqlSelect {
  return day === null ? rows : { ...rows, where: ne(column('observed_on'), date(day)) };
}

function observe(from: SqlRelation, fields: readonly PartField[], day: string): readonly SqlQuery[] {
  return numberFields(fields).map(({ name }) =>
    select({
      columns: [
        column('account_id'),
        named(text(name), 'field'),
        named(column(name), 'value'),
        named(date(day), 'observed_on'),
      ],
      from,
      where: isNotNull(column(name)),
    }),
  );
}

/** Headcount that grew between two dated imports becomes a signal; signals found so before stay. */
function signalQueries(
  scratch: Scratch,
  { observedOn }: ImportRequest,
  given: GivenParts,
): readonly SqlQuery[] {
  const { previous, written, name } = given;
  const origin = `changes in ${name}`;
  const old = relation(scratch, previous?.parts.signals);
  const kept =
    old === null ? [] : [{ ...allColumns('signals', old), where: eq(column('source'), text(origin)) }];
  const grown = growth(scratch, { given, observedOn, origin });
  if (kept.length + grown.length === 0) return [];
  const own = relation(scratch, written.get('signals'));
  return [...(own === null ? [] : [allColumns('signals', own)]), ...kept, ...grown];
}

function growth(
  scratch: Scratch,
  {
    given,
    observedOn,
    origin,
  }: { readonly given: GivenParts; readonly observedOn: string | null; readonly origin: string },
): readonly SqlQuery[] {
  const { previous, written, fields } = given;
  const [before, now] = [
    relation(scratch, previous?.parts.accounts),
    relation(scratch, written.get('accounts')),
  ];
  const day = previousDay(previous);
  const counted = [previous?.fields ?? [], fields].every((list) =>
    numberFields(list).some(({ name }) => name === 'employees'),
  );
  if (before === null || now === null || observedOn === null || day === null || day >= observedOn || !counted)
    return [];
  return [growthQuery({ before, now, observedOn, origin })];
}

function growthQuery({
  before,
  now,
  observedOn,
  origin,
}: {
  readonly before: SqlRelation;
  readonly now: SqlRelation;
  readonly observedOn: string;
  readonly origin: string;
}): SqlSelect {
  const [was, is] = [column('employees', 'was'), column('employees', 'now')];
  const side = (from: SqlRelation, alias: string) =>
    subquery(select({ columns: [column('account_id'), column('employees')], from }), alias);
  return select({
    columns: [
      column('account_id', 'now'),
      named(text('headcount_growth'), 'kind'),
      named(nullOf('text'), 'about'),
      named(date(observedOn), 'observed_on'),
      named(divide(subtract(is, was), was), 'strength'),
      named(text(origin), 'source'),
      named(nullOf('text'), 'url'),
    ],
    from: join(
      side(now, 'now'),
      side(before, 'was'),
      eq(column('account_id', 'now'), column('account_id', 'was')),
    ),
    where: and([gt(is, was), gt(was, number(0))]),
  });
}
