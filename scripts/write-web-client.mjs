// Writes the typed client of the web app from the schemas of the routes, into a folder that git ignores.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const kept = join(root, 'web', 'src', 'api', 'generated');
const draft = join(root, '.tmp', `web-client-${process.pid}`);

async function document() {
  const { build } = await import('esbuild');
  const outfile = join(draft, 'api-document.mjs');
  await build({
    stdin: {
      contents: `export { apiDocument } from './src/faces/http/openapi/index.ts';
export { routes } from './src/faces/http/routes/index.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const { apiDocument, routes } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
  return apiDocument(routes);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function isSame(one, two) {
  if (!existsSync(one)) return false;
  const names = filesOf(one);
  if (names.join() !== filesOf(two).join()) return false;
  return names.every(
    (name) => readFileSync(join(one, name), 'utf8') === readFileSync(join(two, name), 'utf8'),
  );
}

/** Generates it anew; files whose content stays the same are not touched, so that nothing is built again for them. */
export async function writeWebClient() {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const input = join(draft, 'openapi.json');
  writeFileSync(input, JSON.stringify(await document(), null, 2));
  const output = join(draft, 'client');
  const { createClient } = await import('@hey-api/openapi-ts');
  await createClient({
    input,
    output: { path: output, importFileExtension: '.ts' },
    plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk'],
    logs: { level: 'silent' },
  });
  if (!isSame(kept, output)) {
    rmSync(kept, { recursive: true, force: true });
    cpSync(output, kept, { recursive: true });
  }
  rmSync(draft, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeWebClient();
