import { writeFileSync, writeSync } from 'node:fs';
import { BestfitError } from '../../src/base/errors/index.ts';
import { openStore, type Store } from '../../src/edges/store/index.ts';

/** A process of its own that commits: `child.mjs WORKSPACE NAME COUNT`; says each commit once it is durable. */
const [path = '', name = '', count = ''] = process.argv.slice(2);
const store = await openStore(path, { create: true });
for (let number = 1; number <= Number(count); number++) {
  const what = `${name} ${number}`;
  while (!(await commitOnce(store, what)));
  writeSync(1, `${what}\n`);
}
await store.close();

/** False when a sweep took the file between adopting and committing. */
async function commitOnce(target: Store, what: string): Promise<boolean> {
  const draft = target.draftFile('parquet');
  writeFileSync(draft, `accounts of ${what}`.repeat(1000));
  const accounts = await target.adopt(draft, 1);
  const snapshot = { id: what, tables: { accounts }, fields: [] };
  const at = '2026-01-31T09:00:00.000Z';
  try {
    await target.commit({ what, at, snapshot, sources: [], quarantine: null });
    return true;
  } catch (error) {
    if (error instanceof BestfitError && error.code === 'store.file-missing') return false;
    throw error;
  }
}
