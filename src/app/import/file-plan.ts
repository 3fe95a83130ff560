import { subquery } from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import {
  type ColumnReader,
  type FilePlan,
  namesToNormalize,
  rowIsAccount,
  rowWithoutId,
  STAGED,
} from '../../stages/dataset/index.ts';
import type { MappedFile, MappedTable } from './mapped-file.ts';
import { normalizedNames } from './normalized-names.ts';
import type { Scratch } from './scratch.ts';
import type { SetAside } from './set-aside-rows.ts';
import { stagedColumn } from './staged-column.ts';
import { stagedRows } from './staged-rows.ts';
import { typeInSlices } from './type-in-slices.ts';

/** What the reading of a file found besides its values. */
export interface FileFindings {
  readonly readers: readonly ColumnReader[];
  readonly misfits: SetAside | null;
  readonly append: boolean;
}

/** The plan of a file by which its rows get their keys; rows that do not fit are left out. */
export async function planFile(
  scratch: Scratch,
  file: MappedFile,
  findings: FileFindings,
): Promise<FilePlan> {
  const { name, staged, mapping, previous } = file;
  const { readers, misfits, append } = findings;
  const key = mapping.as === 'lookup' ? mapping.lookupKey : null;
  const given: FilePlan = {
    source: name,
    as: mapping.as,
    staged: stagedRows(staged, STAGED),
    readers,
    typed: [],
    setAside: misfits?.from ?? null,
    nameKeys: null,
    everyId: false,
    sorted: [misfits, ...readers.map(({ dictionary }) => dictionary)].some((each) => isMany(each, staged)),
    lookup: key === null ? null : { header: key, staged: stagedColumn(staged, key) },
    signal: mapping.signal ?? null,
    idPrefix: idPrefix(file),
    conversion: file.conversion,
    rowOffset: append && previous !== null ? previous.rows.in + (previous.retried ?? 0) : 0,
    numbered: true,
  };
  const typed = await typeInSlices(scratch, file, given);
  const plan = { ...typed, everyId: await hasEveryId(scratch, typed) };
  const names = mapping.as === 'lookup' ? null : namesToNormalize(plan);
  if (names === null) return plan;
  const keys = await normalizedNames(scratch, [names]);
  return { ...plan, nameKeys: subquery(keys.query, 'names'), sorted: plan.sorted || isMany(keys, staged) };
}

async function hasEveryId({ engine }: Scratch, plan: FilePlan): Promise<boolean> {
  const without = plan.as === 'lookup' ? null : rowWithoutId(plan);
  return without !== null && (await engine.rows(without)).length === 0;
}

/** The same plan without the rows set aside since. */
export function withSetAside(plan: FilePlan, setAside: SetAside | null, staged: StagedFile): FilePlan {
  return { ...plan, setAside: setAside?.from ?? null, sorted: plan.sorted || isMany(setAside, staged) };
}

/** Half as many rows as the file: an engine may then read the file through them, in another order. */
function isMany(joined: { readonly rows: number } | null, staged: StagedFile): boolean {
  return joined !== null && joined.rows * 2 >= staged.rows;
}

/** The first source of a table numbers its rows plainly; later ones put their name in front. */
export function idPrefix({ name, mapping, before }: MappedTable): string {
  const table = rowIsAccount(mapping.as, mapping.columns) ? 'accounts' : mapping.as;
  const taken = before.some((source) => table in source.parts);
  return taken ? `${name.replace(/\.[^.]*$/, '')}-row-` : 'row-';
}
