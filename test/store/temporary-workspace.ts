import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type NewCommit, type OpenStoreOptions, openStore, type Store } from '../../src/edges/store/index.ts';
import type { TableRef } from '../../src/stages/dataset/index.ts';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a folder of its own, closed after the test. */
export async function temporaryStore(options: OpenStoreOptions & { path?: string } = {}): Promise<Store> {
  const store = await openStore(options.path ?? temporaryFolder(), { create: true, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** Adopts a file with the given content. */
export async function adoptText(store: Store, content: string): Promise<TableRef> {
  const draft = store.draftFile('parquet');
  writeFileSync(draft, content);
  return await store.adopt(draft, 1);
}

/** A state whose accounts are one file. */
export function changeOf(what: string, accounts: TableRef): NewCommit {
  const snapshot = { id: `snapshot of ${what}`, tables: { accounts }, fields: [] };
  return { what, at: '2026-01-31T09:00:00.000Z', snapshot, sources: [], quarantine: null };
}

/** Commits a state with one file of its own; gives that file. */
export async function commitText(store: Store, what: string): Promise<TableRef> {
  const accounts = await adoptText(store, `accounts of ${what}`);
  await store.commit(changeOf(what, accounts));
  return accounts;
}
