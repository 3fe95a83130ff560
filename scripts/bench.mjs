// Runs one bench: `node scripts/bench.mjs small`. Benches are TypeScript, so esbuild bundles them first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = '', ...args] = process.argv.slice(2);
const source = join(root, 'bench', `${name}.ts`);
if (!existsSync(source)) {
  process.stderr.write('Name a bench: one of the files of the folder bench.\n');
  process.exit(2);
}
const bundle = join(root, '.tmp', 'bench', `${name}.mjs`);
await build({
  entryPoints: [source],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [bundle, ...args], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
