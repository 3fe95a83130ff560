import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import { createCatalog } from './catalog.ts';
import { checkUp } from './check-up.ts';
import { copyCatalog } from './copy-catalog.ts';
import { type Driver, openDriver } from './driver.ts';
import { inspectCatalog, migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { stepOver } from './step-over.ts';
import { createCommits } from './store-commits.ts';
import { toStoreFailure } from './store-failure.ts';
import { createStoreFiles } from './store-files.ts';
import { createJobs } from './store-jobs.ts';
import { createNotes } from './store-notes.ts';
import { createProfiles } from './store-profiles.ts';
import { createRuns } from './store-runs.ts';
import { createSayings } from './store-sayings.ts';
import { createSecrets } from './store-secrets.ts';
import { createUploads } from './store-uploads.ts';
import type { OpenStoreOptions, Store } from './types.ts';
import { endedWithMachine } from './unclean-end.ts';
import { makeFolders, syncFolder, type WorkspaceFolder, workspaceFolder } from './workspace-folder.ts';

/**
 * Opens the workspace in a folder. A folder without a catalog becomes one only with `create`.
 *
 * @example
 * const store = await openStore('acme', { create: true });
 * const head = await store.head(); // null: nothing imported yet
 * await store.close();
 */
export async function openStore(path: string, options: OpenStoreOptions = {}): Promise<Store> {
  const { create = false, now = () => new Date(), busyMs = 5000 } = options;
  const folder = workspaceFolder(resolve(path));
  let db: Driver | null = null;
  try {
    prepareFolder(folder, create);
    const isDoubtful = endedWithMachine(folder.catalog);
    db = openDriver(folder.catalog, { busyMs });
    prepareCatalog(db, folder, create);
    makeFolders(folder);
    if (isDoubtful) db.run('delete from files', []);
    return assemble(db, folder, now);
  } catch (error) {
    db?.close();
    throw toStoreFailure(error, folder.path);
  }
}

function prepareFolder(folder: WorkspaceFolder, create: boolean): void {
  const refuse = (why: string) => new BestfitError('store.not-a-workspace', { workspace: folder.path, why });
  const found = statSync(folder.path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) throw refuse('it is a file, not a folder');
  if (create) makeFolders(folder);
  else if (found === undefined) throw refuse('there is no such folder');
  else if (!existsSync(folder.catalog)) throw refuse('it holds no `catalog.db`');
}

function prepareCatalog(db: Driver, folder: WorkspaceFolder, create: boolean): void {
  const found = inspectCatalog(db);
  const isOurs = found.kind === 'ours' || (found.kind === 'empty' && create);
  if (!isOurs) {
    const why = 'its `catalog.db` was not made by Bestfit';
    throw new BestfitError('store.not-a-workspace', { workspace: folder.path, why });
  }
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  migrate(db, migrations, folder.path);
  if (found.kind === 'empty') syncFolder(folder.path);
}

function assemble(db: Driver, folder: WorkspaceFolder, now: () => Date): Store {
  const catalog = createCatalog(folder.path, db, now);
  const files = createStoreFiles(catalog, folder);
  const { draftFile, adopt, filePath, sweep } = files;
  return {
    path: folder.path,
    draftFile,
    adopt,
    filePath,
    sweep,
    ...createCommits(catalog, files),
    ...createProfiles(catalog),
    ...createSayings(catalog),
    ...createRuns(catalog, files),
    ...createJobs(catalog),
    ...createUploads(catalog, folder),
    ...createNotes(catalog),
    ...createSecrets(catalog),
    checkUp: () => checkUp(catalog, folder),
    stepOver: (damaged) => stepOver(catalog, damaged),
    copyCatalog: () => copyCatalog({ catalog, folder }, draftFile('db')),
    close: async () => {
      files.close();
      db.close();
    },
  };
}
