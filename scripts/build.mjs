// Bundles the product into dist/: cli.js, job.js (the process of one long job) and the parts they load when needed.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const dayMs = 24 * 60 * 60_000;

/**
 * Builds dist/cli.js. Several processes may build or run at once: parts carry the hash of their content, every file
 * appears whole (rename), the entries last; parts of older builds stay a day for the processes that still use them.
 */
export async function buildCli() {
  const { build } = await import('esbuild');
  const startedAt = new Date();
  const { outputFiles } = await build({
    entryPoints: { cli: join(root, 'src/faces/cli/main.ts'), job: join(root, 'src/faces/job/main.ts') },
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    chunkNames: 'part-[hash]',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  mkdirSync(dist, { recursive: true });
  const entries = ['job.js', 'cli.js'];
  const rank = (file) => entries.indexOf(basename(file.path));
  for (const file of [...outputFiles].sort((a, b) => rank(a) - rank(b))) {
    const draft = `${file.path}.${process.pid}`;
    writeFileSync(draft, file.contents);
    utimesSync(draft, startedAt, startedAt);
    renameSync(draft, file.path);
  }
  removeOldParts(new Set(outputFiles.map((file) => basename(file.path))));
}

function removeOldParts(current) {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    const isOld = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > dayMs;
    if (name.startsWith('part-') && !current.has(name) && isOld) rmSync(path, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(dist, { recursive: true, force: true });
  await buildCli();
}
