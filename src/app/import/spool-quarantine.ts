import { BestfitError } from '../../base/errors/index.ts';
import type { Cell, SqlRelation } from '../../base/sql/index.ts';
import type { MappedFile } from './mapped-file.ts';
import { entryCells, QUARANTINE, type QuarantineEntry, quarantineEntries } from './quarantine.ts';
import type { Scratch } from './scratch.ts';
import type { SetAside } from './set-aside-rows.ts';
import type { QuarantinedRow } from './types.ts';

const SHOWN = 20;
const FIRST_REASONS = 3;

/** The quarantine of one file. */
export interface SpooledQuarantine {
  /** Null when all rows fit. */
  readonly from: SqlRelation | null;
  readonly total: number;
  readonly first: readonly QuarantinedRow[];
}

/** Gathers what is set aside of one file; refuses the file when that is more than half of it, unless that may be. */
export async function spoolQuarantine(
  scratch: Scratch,
  { staged, name, path, mapping }: MappedFile,
  { setAside, mayBeMost }: { readonly setAside: SetAside | null; readonly mayBeMost: boolean },
): Promise<SpooledQuarantine> {
  const total = staged.rejectedTotal + (setAside?.rows ?? 0);
  if (total === 0) return { from: null, total, first: [] };
  const firsts: readonly [QuarantinedRow[], QuarantinedRow[]] = [[], []];
  const entries = quarantineEntries(scratch, staged, setAside?.from ?? null);
  const { from } = await scratch.spool(QUARANTINE, cellsOf(name, entries, firsts));
  const first = firsts.flat().toSorted((one, two) => one.line - two.line);
  const rows = staged.rows + staged.rejectedTotal;
  const broken = total - (setAside?.asked ?? 0);
  if (broken * 2 > rows && !mayBeMost) {
    const shown = first.slice(0, FIRST_REASONS);
    const asks = mapping.columns.find(({ asks: ask }) => ask?.includes('`--as ') === true)?.asks ?? null;
    throw new BestfitError('input.mostly-broken', { file: path, rows, broken, first: shown, asks });
  }
  return { from, total, first: first.slice(0, SHOWN) };
}

/** Ragged lines come before rows that do not fit, each in file order: the first of both are kept to be shown. */
async function* cellsOf(
  name: string,
  entries: AsyncIterable<QuarantineEntry>,
  [ragged, misfits]: readonly [QuarantinedRow[], QuarantinedRow[]],
): AsyncIterable<readonly (readonly Cell[])[]> {
  for await (const entry of entries) {
    const { row: _, ...shown } = entry;
    const list = entry.column === null ? ragged : misfits;
    if (list.length < SHOWN) list.push(shown);
    yield [entryCells(name, entry)];
  }
}
