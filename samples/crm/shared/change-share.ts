import type { CrmKind, CrmTables } from './crm-tables.ts';
import type { FieldValues } from './record-table.ts';
import { seededDraw } from './seeded-draw.ts';

/** How much of a CRM changes, and how the vendor does it. */
export interface ChangeRequest<V> {
  /** Of all records, 0 to 1. */
  readonly share: number;
  readonly seed: number;
  readonly at: number;
  /** What a change sets. */
  readonly edit: (kind: CrmKind, row: number) => FieldValues<V>;
  /** The values of the nth new record. */
  readonly draft: (kind: CrmKind, n: number) => FieldValues<V>;
  /** Whether a merge makes a new record. */
  readonly mergesAsNew: boolean;
}

/** The rows that changed, by what happened to them; `merged` holds the rows that are gone, `into` those they are now. */
export interface ChangedRows {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly merged: readonly number[];
  readonly into: readonly number[];
  readonly deleted: readonly number[];
}

/**
 * A day in the life of a CRM: of each kind a share of the records changes. Of ten changes seven are edits, two new
 * records, one is a deletion; of companies and contacts one in twenty changes is a merge too. New deals and
 * contacts belong to a company.
 */
export function changeShare<V>(
  tables: CrmTables<V>,
  request: ChangeRequest<V>,
): Readonly<Record<CrmKind, ChangedRows>> {
  return {
    companies: changeKind(tables, 'companies', request),
    deals: changeKind(tables, 'deals', request),
    contacts: changeKind(tables, 'contacts', request),
  };
}

function changeKind<V>(tables: CrmTables<V>, kind: CrmKind, request: ChangeRequest<V>): ChangedRows {
  const table = tables[kind];
  const before = table.count;
  const total = Math.round(before * request.share);
  const fresh = freshRows(tables, kind, request);
  const edits = take(fresh, Math.round(total * 0.7));
  for (const row of edits) table.update(row, request.edit(kind, row), request.at);
  const deleted = take(fresh, Math.round(total * 0.1));
  for (const row of deleted) table.archive(row, request.at);
  const pairs = kind === 'deals' ? 0 : Math.round(total * 0.05);
  const merged: number[] = [];
  const into: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const pair = take(fresh, 2);
    if (pair.length < 2) break;
    const rows = [pair[0]!, pair[1]!] as const;
    const winner = request.mergesAsNew ? table.mergeAsNew(rows, request.at) : table.merge(rows, request.at);
    into.push(winner);
    merged.push(...rows.filter((row) => row !== winner));
  }
  const added = Array.from({ length: Math.round(total * 0.2) }, (_, n) =>
    table.create(request.draft(kind, n), request.at),
  );
  for (const [n, row] of added.entries()) {
    const company = Math.floor(seededDraw(request.seed, n, 94) * tables.world.size.companies);
    if (kind === 'deals') tables.dealCompany.move(row, company);
    if (kind === 'contacts') tables.contactCompany.move(row, company);
  }
  return { added, changed: edits, merged, into, deleted };
}

/** Live rows in a seeded order, none twice. */
function* freshRows<V>(tables: CrmTables<V>, kind: CrmKind, request: ChangeRequest<V>): Generator<number> {
  const table = tables[kind];
  const before = table.count;
  const seen = new Set<number>();
  const salt = { companies: 91, deals: 92, contacts: 93 }[kind];
  for (let n = 0; n < before * 4; n++) {
    const row = Math.floor(seededDraw(request.seed, n, salt) * before);
    if (seen.has(row) || !table.isLive(row)) continue;
    seen.add(row);
    yield row;
  }
}

function take(rows: Generator<number>, n: number): readonly number[] {
  const taken: number[] = [];
  while (taken.length < n) {
    const next = rows.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
