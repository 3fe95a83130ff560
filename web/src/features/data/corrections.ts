import { useState } from 'react';
import type { AskedImport, FilePreview, FilesPreview } from '../../api/generated/types.gen.ts';
import { placeOf } from './places.ts';
import { uploadsOf } from './use-preview.ts';

/** Where a person put columns: by file, then by header. */
export type Corrections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Corrections of one preview; they outlive a reload of the page. */
export function useCorrections(preview: number) {
  const key = `bestfit.corrections.${preview}`;
  const [corrections, set] = useState<Corrections>(() => read(key));
  const put = (file: string, column: string, place: string) => {
    const next = { ...corrections, [file]: { ...corrections[file], [column]: place } };
    sessionStorage.setItem(key, JSON.stringify(next));
    set(next);
  };
  return { corrections, put };
}

function read(key: string): Corrections {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Corrections;
  } catch {
    return {};
  }
}

/** Everything that a person said of the files, to be asked anew or imported. */
export function saidOf(preview: FilesPreview, corrections: Corrections): AskedImport {
  return {
    uploads: [...uploadsOf(preview)],
    files: preview.files.map(({ name, as }) => ({ file: name, as })),
    maps: preview.files.flatMap((file) => mapsOf(file, corrections[file.name] ?? {})),
  };
}

function mapsOf({ name, columns }: FilePreview, corrected: Readonly<Record<string, string>>) {
  return columns.flatMap((column) => {
    const said = column.decidedBy === 'user' ? placeOf(column) : undefined;
    const field = corrected[column.column] ?? said;
    return field === undefined ? [] : [{ column: column.column, field, file: name }];
  });
}

/** Headers that two columns of a file claim: one place holds one column. */
export function claimedTwice(
  { columns }: FilePreview,
  corrected: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const places = columns.map((column) => corrected[column.column] ?? placeOf(column));
  const twice = places.filter((place, at) => place !== '-' && places.indexOf(place) !== at);
  return new Set(columns.filter((_, at) => twice.includes(places[at]!)).map(({ column }) => column));
}
