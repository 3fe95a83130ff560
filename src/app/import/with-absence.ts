import { basename } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import {
  type Absence,
  type FileMapping,
  listsWithoutEnding,
  writeAbsence,
} from '../../stages/dataset/index.ts';
import type { AbsenceSaid, ImportRequest } from './types.ts';

/** A file, or a source, as far as absence goes. */
interface Listed {
  readonly name: string;
  readonly path?: string;
  readonly mapping: FileMapping;
  readonly previous?: { readonly absent?: Absence | null } | null;
  readonly absent?: Absence | null;
}

/**
 * The files with what was said of their rows without a deal, else what was said before. What is said of all files goes
 * to those that list deals without their outcome, or when there are none to those that list accounts. Refuses what fits
 * no file: `usage.bad-option`.
 */
export function withAbsence<T extends Listed>(
  { absent: said = [] }: Pick<ImportRequest, 'absent'>,
  files: readonly T[],
): readonly T[] {
  for (const each of said) refuseUnfit(each, files);
  return files.map((file) => {
    const own = said.filter((each) => fits(each, file, files));
    const chosen = own.find((each) => each.file !== null) ?? own.at(-1);
    return { ...file, absent: chosen?.value ?? file.absent ?? file.previous?.absent ?? null };
  });
}

function fits({ file, value: absence }: AbsenceSaid, one: Listed, files: readonly Listed[]): boolean {
  const table = listsWithoutEnding(one.mapping);
  if (table === null || (absence.kind === 'lost-after' && !isDated(one.mapping))) return false;
  if (file !== null) return file === one.path || basename(file) === one.name;
  const leads = files.some(({ mapping }) => listsWithoutEnding(mapping) === 'deals');
  return table === 'deals' || !leads;
}

/** `lost-after` counts from the day a deal was created. */
function isDated({ columns }: FileMapping): boolean {
  return columns.some(({ table, field, ignored }) => !ignored && table === 'deals' && field === 'created_on');
}

function refuseUnfit(said: AbsenceSaid, files: readonly Listed[]): void {
  if (files.some((file) => fits(said, file, files))) return;
  const written = writeAbsence(said.value);
  const dated = said.value.kind === 'lost-after' ? ', with the day each was created' : '';
  throw new BestfitError('usage.bad-option', {
    option: '--absent',
    value: said.file === null ? written : `${said.file}=${written}`,
    expected: `a file that lists leads or accounts${dated} and does not itself say how they ended`,
  });
}
