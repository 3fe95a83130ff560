import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from './catalog.ts';
import { openDriver } from './driver.ts';
import { referredSql } from './sweep-files.ts';
import type { CatalogCopy, StoredFile } from './upkeep-types.ts';
import type { WorkspaceFolder } from './workspace-folder.ts';

/** Copies the catalog at one moment, while others read and write. */
export async function copyCatalog(
  { catalog, folder }: { readonly catalog: Catalog; readonly folder: WorkspaceFolder },
  to: string,
): Promise<CatalogCopy> {
  await catalog.read(() => catalog.db.run('vacuum into ?', [to]));
  return await catalog.read(() => {
    const db = openDriver(to, { busyMs: 0 });
    try {
      const needed = new Set(db.all(neededSql, []).map(({ file }) => String(file)));
      const all = db.all(referredSql, []).map(({ file }) => String(file));
      const data = all.map((file) => ({
        path: `data/${file}.parquet`,
        from: join(folder.data, `${file}.parquet`),
        hash: file,
        needed: needed.has(file),
      }));
      return { catalog: to, files: [...data, ...uploadsIn(folder)] };
    } finally {
      db.close();
    }
  });
}

const neededSql = `
  with recursive chain (id, parent) as (
    select c.id, c.parent from head h join commits c on c.id = h.commit_id
    union all
    select c.id, c.parent from chain join commits c on c.id = chain.parent
  )
  select file from commit_files where commit_id in (select id from chain)
  union select file from held_files where holder like 'stream:%'`;

function uploadsIn({ data }: WorkspaceFolder): readonly StoredFile[] {
  const root = join(data, 'uploads');
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name))
    .flatMap(({ name: id }) => readdirSync(join(root, id)).map((name) => ({ id, name })))
    .map(({ id, name }) => ({
      path: `data/uploads/${id}/${name}`,
      from: join(root, id, name),
      hash: null,
      needed: false,
    }));
}
