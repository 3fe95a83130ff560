// Bundles the product into dist/: cli.js, job.js (the process of one long job), the parts they load when needed, and the web app in dist/web.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

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
  const current = new Set(outputFiles.map((file) => basename(file.path)));
  removeOld(dist, (name) => name.startsWith('part-') && !current.has(name));
}

function removeOld(folder, isPast) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isOld = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > dayMs;
    if (isPast(name) && isOld) rmSync(path, { force: true });
  }
}

/**
 * Builds the web app into dist/web: beside each text its brotli-compressed self, the page itself last, so that a server
 * that runs meanwhile never names a file that is not there.
 */
export async function buildWeb() {
  const { build } = await import('vite');
  const { writeWebClient } = await import('./write-web-client.mjs');
  await writeWebClient();
  const draft = join(dist, `web.${process.pid}`);
  await build({
    configFile: join(root, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true },
  });
  for (const name of readdirSync(draft, { recursive: true }))
    if (/\.(js|css|html|svg|json)$/.test(name)) compress(join(draft, name));
  const web = join(dist, 'web');
  const page = (name) => name.startsWith('index.html');
  cpSync(draft, web, { recursive: true, filter: (source) => !page(basename(source)) });
  for (const name of readdirSync(draft).filter(page)) renameSync(join(draft, name), join(web, name));
  const current = new Set(readdirSync(join(draft, 'assets')));
  rmSync(draft, { recursive: true });
  removeOld(join(web, 'assets'), (name) => !current.has(name));
}

function compress(path) {
  const text = readFileSync(path);
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  };
  writeFileSync(`${path}.br`, brotliCompressSync(text, options));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(dist, { recursive: true, force: true });
  await buildCli();
  await buildWeb();
}
