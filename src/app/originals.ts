import { sep } from 'node:path';
import { BestfitError } from '../base/errors/index.ts';
import type { Store } from '../edges/store/index.ts';
import type { ImportResult } from './import-files.ts';

const setting = 'originals';

/** The upload that each source was imported from last, by its name; sources imported from a path are not there. */
export async function originalsOf(store: Store): Promise<ReadonlyMap<string, string>> {
  const kept = ((await store.setting(setting)) ?? {}) as Readonly<Record<string, string>>;
  const there = new Set((await store.uploads()).map(({ id }) => id));
  return new Map(Object.entries(kept).filter(([, id]) => there.has(id)));
}

/**
 * Remembers from which uploads the sources came, so that a correction can read them again; those that are replaced by it
 * are deleted.
 */
export async function keepOriginals(store: Store, { files }: ImportResult): Promise<void> {
  const ids = new Set((await store.uploads()).map(({ id }) => id));
  const before = await originalsOf(store);
  const now = new Map(before);
  for (const { name, path } of files) {
    const id = path.split(sep).find((part) => ids.has(part));
    if (id === undefined) now.delete(name);
    else now.set(name, id);
  }
  if (isSame(before, now)) return;
  await store.setSetting(setting, Object.fromEntries(now));
  const used = new Set(now.values());
  for (const id of new Set(before.values())) if (!used.has(id)) await store.removeUpload(id);
}

/** The path of the upload that a source came from, to be read again; `upload.missing` when it is not kept. */
export async function originalPath(store: Store, source: string): Promise<string> {
  const id = (await originalsOf(store)).get(source);
  if (id === undefined) throw new BestfitError('upload.missing', { file: source });
  const path = await store.uploadPath(id);
  const part = /\.xlsx(#.*)$/i.exec(source)?.[1] ?? '';
  return /\.xlsx$/i.test(path) ? `${path}${part}` : path;
}

/** Deletes the uploads of which no source and no waiting job knows. */
export async function sweepOriginals(store: Store): Promise<void> {
  const asked = (await store.jobs())
    .filter(({ state }) => state === 'queued' || state === 'running')
    .map(({ request }) => JSON.stringify(request));
  const waiting = (await store.uploads())
    .map(({ id }) => id)
    .filter((id) => asked.some((request) => request.includes(id)));
  await store.sweepUploads([...(await originalsOf(store)).values(), ...waiting]);
}

function isSame(one: ReadonlyMap<string, string>, two: ReadonlyMap<string, string>): boolean {
  return one.size === two.size && [...one].every(([name, id]) => two.get(name) === id);
}
