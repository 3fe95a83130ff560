import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpWorkspace } from '../../src/app/back-up-workspace.ts';
import { restoreBackup } from '../../src/app/restore-backup.ts';
import { openStore, type Store } from '../../src/edges/store/index.ts';
import { adoptText, changeOf, commitText, temporaryFolder, temporaryStore } from './temporary-workspace.ts';

const at = '2026-02-01T09:00:00.000Z';
const whatsIn = async (store: Store) => (await store.commits()).map(({ what }) => what);

async function contentOf(path: string) {
  const store = await openStore(path);
  try {
    const commits = await store.commits();
    return commits.map(({ what, snapshot }) => [
      what,
      Object.values(snapshot.tables).map((ref) => readFileSync(store.filePath(ref), 'utf8')),
    ]);
  } finally {
    await store.close();
  }
}

async function twoCommits() {
  const store = await temporaryStore();
  await commitText(store, 'first');
  await commitText(store, 'second');
  return store;
}

describe.each(['monday', 'monday.tar'])('a backup to %s', (name) => {
  it('restores to the same commits and files', async () => {
    const store = await twoCommits();
    const to = join(temporaryFolder(), name);
    const made = await backUpWorkspace({ store }, { to, at });
    expect(made).toMatchObject({ files: 3, snapshot: 'snapshot of second', leftOut: [] });
    const target = join(temporaryFolder(), 'new');
    const restored = await restoreBackup(target, { from: to, force: false, at });
    expect(restored).toMatchObject({ madeAt: at, snapshot: 'snapshot of second', files: 3 });
    expect(await contentOf(target)).toEqual(await contentOf(store.path));
    expect(readdirSync(join(target, 'data', 'drafts'))).toEqual([]);
  });

  it('carries what a browser sent, under its own name', async () => {
    const store = await twoCommits();
    const sent = await store.receiveUpload('Kunden März.csv', readBytes('id;name\n'));
    const to = join(temporaryFolder(), name);
    await backUpWorkspace({ store }, { to, at });
    const target = join(temporaryFolder(), 'new');
    await restoreBackup(target, { from: to, force: false, at });
    const again = await temporaryStore({ path: target });
    expect(readFileSync(await again.uploadPath(sent.id), 'utf8')).toBe('id;name\n');
  });

  it('that was cut off or altered is refused, and leaves the workspace as it was', async () => {
    const store = await twoCommits();
    const to = join(temporaryFolder(), name);
    await backUpWorkspace({ store }, { to, at });
    const other = await temporaryStore();
    await commitText(other, 'mine');
    spoil(to);
    const refused = restoreBackup(other.path, { from: to, force: true, at });
    await expect(refused).rejects.toMatchObject({ code: 'backup.damaged', exit: 3 });
    expect(await whatsIn(other)).toEqual(['mine']);
    const nowhere = join(temporaryFolder(), 'new');
    await expect(restoreBackup(nowhere, { from: to, force: false, at })).rejects.toThrow('damaged');
    await expect(openStore(nowhere)).rejects.toMatchObject({ code: 'store.not-a-workspace' });
  });

  it('never replaces what is there', async () => {
    const store = await twoCommits();
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), 'mine');
    const refused = backUpWorkspace({ store }, { to: join(folder, name), at });
    await expect(refused).rejects.toMatchObject({ code: 'backup.exists', exit: 3 });
    expect(readdirSync(folder)).toEqual([name]);
  });
});

/** Changes one byte of a data file, in a folder or in an archive. */
function spoil(backup: string): void {
  const path = backup.endsWith('.tar')
    ? backup
    : join(backup, 'data', readdirSync(join(backup, 'data'))[0] ?? '');
  const content = readFileSync(path);
  const place = content.indexOf('accounts of');
  content[place]! ^= 1;
  writeFileSync(path, content);
}

async function* readBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe('a backup while others write', () => {
  it('holds whole commits, each with its files', async () => {
    const store = await temporaryStore();
    const folder = temporaryFolder();
    await commitText(store, 'commit 0');
    const writing = (async () => {
      for (let n = 1; n <= 30; n++) await commitText(store, `commit ${n}`);
    })();
    const backups: string[] = [];
    for (let n = 0; n < 4; n++) {
      const to = join(folder, `${n}.tar`);
      await backUpWorkspace({ store }, { to, at });
      backups.push(to);
    }
    await writing;
    for (const [n, from] of backups.entries()) {
      const target = join(folder, `workspace-${n}`);
      await restoreBackup(target, { from, force: false, at });
      const found = await contentOf(target);
      expect(found).toEqual(found.map((_, at) => expectedCommit(found.length - 1 - at)));
    }
  });
});

function expectedCommit(n: number) {
  return [`commit ${n}`, [`accounts of commit ${n}`]];
}

describe('a backup of a damaged workspace', () => {
  it('is refused when data in force are gone', async () => {
    const store = await temporaryStore();
    const ref = await commitText(store, 'first');
    truncateSync(store.filePath(ref), 2);
    const to = join(temporaryFolder(), 'monday');
    await expect(backUpWorkspace({ store }, { to, at })).rejects.toMatchObject({
      code: 'store.file-damaged',
    });
    expect(existsSync(to)).toBe(false);
  });

  it('leaves out and names what only an undone import needs', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const undone = await commitText(store, 'second');
    await store.undo();
    rmSync(store.filePath(undone));
    const to = join(temporaryFolder(), 'monday');
    expect((await backUpWorkspace({ store }, { to, at })).leftOut).toEqual([`data/${undone.file}.parquet`]);
  });
});

describe('restore', () => {
  it('replaces data only when forced, also under an open workspace', async () => {
    const store = await twoCommits();
    const to = join(temporaryFolder(), 'monday');
    await backUpWorkspace({ store }, { to, at });
    await store.commit(changeOf('third', await adoptText(store, 'later')));
    const refused = restoreBackup(store.path, { from: to, force: false, at });
    await expect(refused).rejects.toMatchObject({ code: 'restore.has-data', exit: 3 });
    const before = await store.revision();
    await restoreBackup(store.path, { from: to, force: true, at });
    expect(await whatsIn(store)).toEqual(['second', 'first']);
    expect(await store.revision()).toBeGreaterThan(before);
    const next = await store.commit(changeOf('fourth', await adoptText(store, 'after all')));
    expect(next.id).toBe(4);
    expect(await whatsIn(await temporaryStore({ path: store.path }))).toEqual(['fourth', 'second', 'first']);
  });

  it('puts a catalog that cannot be read aside', async () => {
    const store = await twoCommits();
    const to = join(temporaryFolder(), 'monday');
    await backUpWorkspace({ store }, { to, at });
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'catalog.db'), 'Not a database. '.repeat(500));
    await expect(restoreBackup(folder, { from: to, force: false, at })).rejects.toThrow('holds data');
    await restoreBackup(folder, { from: to, force: true, at });
    expect(await whatsIn(await temporaryStore({ path: folder }))).toEqual(['second', 'first']);
    expect(readdirSync(folder).some((file) => file.startsWith('catalog.db.broken-'))).toBe(true);
  });

  it.each([
    ['nothing', () => undefined],
    ['another file', (path: string) => writeFileSync(path, 'a file '.repeat(200))],
  ])('refuses %s', async (_, make) => {
    const from = join(temporaryFolder(), 'backup');
    make(from);
    const refused = restoreBackup(join(temporaryFolder(), 'new'), { from, force: false, at });
    await expect(refused).rejects.toMatchObject({ code: 'backup.not-one', exit: 3 });
  });
});
