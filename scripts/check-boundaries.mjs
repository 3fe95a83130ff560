// Holds the imports of a copy of the project (default: this one) to the rules of .dependency-cruiser.cjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const root = resolve(process.argv[2] ?? home);
const cruiser = join(home, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

const folders = ['src', 'web'].filter((folder) => existsSync(join(root, folder)));
const args = [...folders, '--config', join(home, '.dependency-cruiser.cjs'), '--output-type', 'json'];
const run = spawnSync(process.execPath, [cruiser, ...args], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});
if (!run.stdout) {
  console.error(`dependency-cruiser did not run: ${run.stderr}`);
  process.exit(1);
}
const { modules, summary } = JSON.parse(run.stdout);
const violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);

// A cruise that could not parse TypeScript finds no imports, hence no violation: count what it really read.
const written = (file) => !/^web\/src\/(api\/generated\/|vite-env)/.test(file.replaceAll('\\', '/'));
const sources = folders.flatMap(listSources).filter(written);
const read = new Set(modules.map((module) => module.source));
const unread = sources.filter((file) => !read.has(file));
const imports = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
if (sources.length === 0 || imports === 0)
  violations.push('nothing-was-read: no source or no import was found');
for (const file of unread) violations.push(`nothing-was-read: ${file}`);

for (const violation of violations) console.error(violation);
console.log(`${sources.length} files, ${imports} imports, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;

function listSources(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .map((path) => path.split('\\').join('/'))
    .filter((path) => !path.includes('node_modules/'));
}
