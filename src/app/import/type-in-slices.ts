import { parquet, type SqlSelect } from '../../base/sql/index.ts';
import {
  type FilePlan,
  isJoined,
  joinSlices,
  type PlacedReader,
  STAGED,
  type TypedSlice,
  typedSlice,
} from '../../stages/dataset/index.ts';
import type { MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { stagedRows } from './staged-rows.ts';

/** Dictionaries that one query may join: each takes some megabytes, however few its rows are. */
const MOST_JOINED = 50;
/** Dictionaries that one query joins with ease: the time that each takes grows with their number. */
const AT_EASE = 10;

/** A plan with more dictionaries than one query joins: what these say of every row is looked up here. */
export async function typeInSlices(
  scratch: Scratch,
  { slices }: Pick<MappedFile, 'slices'>,
  plan: FilePlan,
): Promise<FilePlan> {
  if (plan.readers.filter(isJoined).length <= MOST_JOINED) return plan;
  let typed: TypedSlice[] = [];
  for (const [path, readers] of joinedByFile(plan, slices)) {
    for (const some of inTens(readers)) {
      const query = typedSlice(stagedRows({ path }, STAGED), some);
      typed.push(await keepSlice(scratch, query, some));
    }
  }
  while (typed.length > 1) typed = await joinTens(scratch, typed);
  return { ...plan, typed, sorted: true };
}

async function joinTens(scratch: Scratch, typed: readonly TypedSlice[]): Promise<TypedSlice[]> {
  const joined: TypedSlice[] = [];
  for (const some of inTens(typed)) {
    const readers = some.flatMap((slice) => slice.readers);
    joined.push(await keepSlice(scratch, joinSlices(some), readers));
  }
  return joined;
}

function inTens<T>(list: readonly T[]): readonly (readonly T[])[] {
  const groups = Math.ceil(list.length / AT_EASE);
  return Array.from({ length: groups }, (_, at) => list.slice(at * AT_EASE, (at + 1) * AT_EASE));
}

/** The readers with a dictionary to join, by the file with what is staged of their columns. */
function joinedByFile(
  { readers }: FilePlan,
  slices: MappedFile['slices'],
): ReadonlyMap<string, readonly PlacedReader[]> {
  const found = new Map<string, PlacedReader[]>();
  for (const [index, reader] of readers.entries()) {
    if (!isJoined(reader)) continue;
    const path = slices.get(reader.staged) ?? '';
    found.set(path, [...(found.get(path) ?? []), { reader, index }]);
  }
  return found;
}

async function keepSlice(
  { engine, temporaryFile }: Scratch,
  query: SqlSelect,
  readers: readonly PlacedReader[],
): Promise<TypedSlice> {
  const path = temporaryFile();
  await engine.copy(query, { format: 'parquet', path });
  return { from: parquet(path), readers };
}
