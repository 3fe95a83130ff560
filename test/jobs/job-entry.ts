import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Bundles scripts that run in processes of their own, as the build does; `remove` deletes them. */
export async function buildEntries(
  entryPoints: Readonly<Record<string, string>>,
): Promise<{ readonly path: (name: string) => string; readonly remove: () => void }> {
  const temporary = join(root, '.tmp');
  mkdirSync(temporary, { recursive: true });
  const outdir = mkdtempSync(join(temporary, 'entries-'));
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(entryPoints).map(([name, path]) => [name, join(root, path)]),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return {
    path: (name) => join(outdir, `${name}.mjs`),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}
