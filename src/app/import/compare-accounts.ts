import { count, named, select } from '../../base/sql/index.ts';
import type { DatedState } from '../../stages/dataset/index.ts';
import {
  type AccountPair,
  countChanges,
  isWrittenAnew,
  namesItsRows,
  type WatchedField,
  watchedFields,
} from '../../stages/signals/index.ts';
import { type GivenParts, relationOf } from './given-parts.ts';
import type { Scratch } from './scratch.ts';

/** The companies of a source on two days, and how they differ. */
export interface ComparedAccounts {
  readonly base: DatedState;
  /** With the fields whose differences are signals. */
  readonly pair: AccountPair;
  /** Companies that only the later, or only the earlier import has. */
  readonly added: number;
  readonly gone: number;
  /** Fields whose values were written anew, with how many differ. */
  readonly anew: readonly { readonly field: WatchedField; readonly changed: number }[];
}

/**
 * Compares the companies of a dated import with those of the one before; null where there is none, where the file is
 * not about companies, and where its rows have no names by which to find them again.
 */
export async function compareAccounts(scratch: Scratch, given: GivenParts): Promise<ComparedAccounts | null> {
  const base = given.earlier.at(-1);
  const [was, is] = [base?.parts.accounts, given.written.get('accounts')].map((ref) =>
    relationOf(scratch, ref),
  );
  const found = given.describesAccounts && namesItsRows(given.mapping);
  if (base === undefined || !was || !is || !found) return null;
  const pair = { was, is, watched: watchedFields(base.fields, given.fields) };
  const [counts] = await scratch.engine.rows(countChanges(pair));
  const number = (name: string) => Number(counts?.[name] ?? 0);
  const anew = pair.watched.flatMap((field, i) => {
    const changed = number(`changed_${i}`);
    return isWrittenAnew({ known: number(`known_${i}`), changed }) ? [{ field, changed }] : [];
  });
  const out = new Set(anew.map(({ field }) => field));
  return {
    base,
    pair: { ...pair, watched: pair.watched.filter((field) => !out.has(field)) },
    added: (await rowsOf(scratch, is)) - number('both'),
    gone: (await rowsOf(scratch, was)) - number('both'),
    anew,
  };
}

async function rowsOf(scratch: Scratch, from: AccountPair['is']): Promise<number> {
  const [row] = await scratch.engine.rows(select({ columns: [named(count(), 'rows')], from }));
  return Number(row?.rows ?? 0);
}
