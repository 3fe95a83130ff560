import { column, countWhere, eq, named, parquet, select, text } from '../../base/sql/index.ts';
import {
  type AbsenceReport,
  listsWithoutEnding,
  type MergedField,
  type SourceState,
  type TableRef,
} from '../../stages/dataset/index.ts';
import type { AccountMatch } from './match-accounts.ts';
import type { Scratch } from './scratch.ts';

/** The deals as all sources give them, with the accounts that each source turned out to mean. */
export interface DealsToSettle {
  readonly sources: readonly SourceState[];
  readonly ref: TableRef;
  readonly merged: readonly MergedField[];
  readonly matches: ReadonlyMap<string, AccountMatch>;
}

/** A source that lists deals or accounts without saying how they ended. */
export interface Listing {
  readonly source: SourceState;
  readonly table: AbsenceReport['table'];
}

/**
 * The sources of which it must be said what a row without a deal means: those of which a person said it, lists of
 * leads beside a file that says how some ended, and lists of accounts where there are won deals and nothing to compare
 * them with.
 */
export async function absenceListings(scratch: Scratch, given: DealsToSettle): Promise<readonly Listing[]> {
  const all = given.sources.flatMap((source): readonly Listing[] => {
    const table = listsWithoutEnding(source.mapping);
    return table === null || source.parts[table] === undefined ? [] : [{ source, table }];
  });
  const ends = given.merged.some(({ field }) => field.name === 'outcome');
  const leads = all.some(({ table }) => table === 'deals');
  const onlyWins = ends && !leads && (await hasOnlyWins(scratch, given));
  return all.filter(({ source, table }) => {
    if ((source.absent ?? null) !== null) return true;
    return table === 'deals' ? ends : onlyWins;
  });
}

async function hasOnlyWins({ engine, store }: Scratch, { ref, sources }: DealsToSettle): Promise<boolean> {
  if (sources.some(({ parts }) => parts.customers !== undefined)) return false;
  const is = (outcome: string) => countWhere(eq(column('outcome'), text(outcome)));
  const [row] = await engine.rows(
    select({
      columns: [named(is('won'), 'won'), named(is('lost'), 'lost')],
      from: parquet(store.filePath(ref)),
    }),
  );
  return Number(row?.won ?? 0) > 0 && Number(row?.lost ?? 0) === 0;
}
