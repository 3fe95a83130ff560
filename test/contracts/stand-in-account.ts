import {
  type ChangedRows,
  type CrmKind,
  companyWorld,
  createStandInClock,
  type StandInClock,
} from '../../samples/crm/shared/index.ts';
import type { ChangedIds, RecordAccount } from './record-account.ts';

const kinds: readonly CrmKind[] = ['companies', 'deals', 'contacts'];

/** What of a table of a stand-in the contract looks at. */
interface Rows {
  readonly count: number;
  readonly isLive: (row: number) => boolean;
  readonly resolve: (row: number) => number;
}

/** A stand-in as the contract sees it. */
export interface StandInSide {
  readonly tables: Readonly<Record<CrmKind, Rows>>;
  readonly idOf: (kind: CrmKind, row: number) => string;
  readonly changeShare: (share: number, seed: number) => Readonly<Record<CrmKind, ChangedRows>>;
}

/** The moment at which accounts begin, an hour after the last change in their world. */
export function startOfAccount(size: { companies: number; deals: number; contacts: number }) {
  const today = Date.UTC(2026, 8, 1, 11);
  const clock: StandInClock = createStandInClock(today + 3_600_000);
  return { clock, world: companyWorld(3, size, today) };
}

/** Ids and changes of a stand-in. */
export function standInSide({
  tables,
  idOf,
  changeShare,
}: StandInSide): Pick<RecordAccount, 'streams' | 'ids' | 'change'> {
  const idsOf = (kind: CrmKind, rows: readonly number[]) => rows.map((row) => idOf(kind, row));
  const changed = (kind: CrmKind, rows: ChangedRows): ChangedIds => ({
    added: idsOf(kind, rows.added),
    changed: idsOf(kind, rows.changed),
    deleted: idsOf(kind, rows.deleted),
    merged: rows.merged.map((row) => ({ id: idOf(kind, row), into: idOf(kind, tables[kind].resolve(row)) })),
  });
  return {
    streams: kinds,
    ids: (stream) => {
      const table = tables[stream as CrmKind];
      const rows = Array.from({ length: table.count }, (_, row) => row);
      return idsOf(
        stream as CrmKind,
        rows.filter((row) => table.isLive(row)),
      );
    },
    change: async () => {
      const all = changeShare(0.2, 5);
      return Object.fromEntries(kinds.map((kind) => [kind, changed(kind, all[kind])]));
    },
  };
}
