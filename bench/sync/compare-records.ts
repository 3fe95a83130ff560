import type { CrmKind } from '../../samples/crm/shared/index.ts';
import { column, named, nullOf, parquet, select } from '../../src/base/sql/index.ts';
import { type StreamState, valueColumn } from '../../src/stages/sync/index.ts';
import type { ConnectedWorkspace } from './connected-workspace.ts';
import { tellStandIn } from './start-stand-in.ts';
import { type Vendor, vendorSettings } from './vendors.ts';

const kinds: readonly CrmKind[] = ['companies', 'deals', 'contacts'];
const shown = 3;

/** Where the truth is, and what is compared besides ids, companies and the usual fields. */
export interface Truth {
  readonly vendor: Vendor;
  /** Where the stand-in takes orders. */
  readonly orders: string;
}

/** What differs between a workspace after a sync and the stand-in, in words; empty when they hold the same records. */
export async function compareRecords(
  workspace: ConnectedWorkspace,
  truth: Truth,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const states = (await workspace.store.streamStates('crm')) as Readonly<Record<string, StreamState>>;
  let heirs: Heirs | null = null;
  for (const kind of kinds) {
    const state = states[kind];
    if (state === undefined) return [`${kind} were never read`];
    const fields = vendorSettings[truth.vendor].fields[kind];
    heirs ??= await heirsOf(workspace, state);
    const here = await mirrorRows(workspace, state, { fields, heirs });
    const there = await tellStandIn<readonly (readonly (string | null)[])[]>(truth.orders, {
      do: 'records',
      kind,
      fields,
    });
    wrong.push(...differences(kind, here, there));
  }
  return [...wrong, ...(await lostInImport(workspace, states))];
}

/** Rows as the stand-in tells them: id, the company it belongs to now, fields. */
async function mirrorRows(
  { engine, store }: ConnectedWorkspace,
  { shape, mirror }: StreamState,
  { fields, heirs }: { readonly fields: readonly string[]; readonly heirs: Heirs },
): Promise<Rows> {
  const place = shape.links.indexOf('companies');
  const link = place === -1 ? nullOf('text') : column(`to${place + 1}`);
  const values = fields.map((name, at) => {
    return named(column(valueColumn(shape.fields.indexOf(name))), `f${at}`);
  });
  const columns = [named(column('id'), 'id'), named(link, 'company'), ...values];
  const rows = await engine.rows(select({ columns, from: parquet(store.filePath(mirror)) }));
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return rows.map((row) => [
    String(row.id),
    heirs(textOf(row.company)),
    ...fields.map((_, at) => textOf(row[`f${at}`])),
  ]);
}

/** The company that a link leads to: the first of several, what a merge left of it; `deleted` when it is no more. */
type Heirs = (link: string | null) => string | null;

async function heirsOf({ engine, store }: ConnectedWorkspace, companies: StreamState): Promise<Heirs> {
  const ids = await engine.rows(
    select({ columns: [column('id')], from: parquet(store.filePath(companies.mirror)) }),
  );
  const living = new Set(ids.map((row) => String(row.id)));
  const { aliases } = companies;
  const columns = [column('id'), column('into')];
  const merges =
    aliases === null ? [] : await engine.rows(select({ columns, from: parquet(store.filePath(aliases)) }));
  const into = new Map(merges.map((row) => [String(row.id), String(row.into)]));
  return (link) => {
    const first = link?.split(';')[0] ?? '';
    const heir = into.get(first) ?? first;
    if (heir === '') return null;
    return living.has(heir) ? heir : deleted;
  };
}

/** Vendors differ in what becomes of the records of a deleted company: such a link is not compared. */
const deleted = 'deleted';

type Rows = readonly (readonly (string | null)[])[];

function differences(kind: CrmKind, here: Rows, there: Rows): readonly string[] {
  const known = new Map(here.map((row) => [row[0]!, row]));
  const wrong: string[] = [];
  if (known.size !== here.length) wrong.push(`${kind}: ${here.length - known.size} ids twice`);
  const lost = there.filter(([id]) => !known.has(id!));
  const real = new Set(there.map(([id]) => id));
  const extra = here.filter(([id]) => !real.has(id!));
  const other = there.filter((row) => known.has(row[0]!) && !isSame(known.get(row[0]!)!, row));
  const say = (rows: Rows, how: string): void => {
    if (rows.length > 0)
      wrong.push(`${kind}: ${rows.length} ${how}: ${JSON.stringify(rows.slice(0, shown))}`);
  };
  say(lost, 'are missing');
  say(extra, 'are there that should not be');
  say(other, 'differ');
  if (other[0] !== undefined) wrong.push(`here: ${JSON.stringify(known.get(other[0][0]!))}`);
  return wrong;
}

/** Numbers by their value. */
function isSame(here: readonly (string | null)[], there: readonly (string | null)[]): boolean {
  return there.every((value, at) => {
    const own = here[at] ?? null;
    if (at === 1 && own === deleted) return true;
    return own === value || (own !== null && value !== null && Number(own) === Number(value));
  });
}

const tables = { companies: 'accounts', deals: 'deals', contacts: 'people' } as const;

/** What import made of each stream has as many rows as were read. */
async function lostInImport(
  { store }: ConnectedWorkspace,
  states: Readonly<Record<string, StreamState>>,
): Promise<readonly string[]> {
  const sources = (await store.head())?.sources ?? [];
  return Object.entries(tables).flatMap(([kind, table]) => {
    const source = sources.find(({ synced }) => synced?.connection === 'crm' && synced.stream === kind);
    const rows = source?.parts[table]?.rows ?? 0;
    const read = states[kind]?.mirror.rows ?? 0;
    return rows === read ? [] : [`${table}: ${rows} rows of ${read} ${kind}`];
  });
}
