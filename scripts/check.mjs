// Everything that must hold before a change goes in: format, lint, types, boundaries, unused code, tests.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const tsc = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
const script = (name) => [process.execPath, join(root, 'scripts', name)];

const steps = [
  { name: 'typed client of the web app', run: script('write-web-client.mjs') },
  { name: 'format and lint (biome)', run: [bin('biome'), 'check', '--error-on-warnings'] },
  { name: 'lint with types (oxlint)', run: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', run: [process.execPath, tsc, '-p', 'tsconfig.json'] },
  { name: 'types: web app', run: [process.execPath, tsc, '-p', 'web/tsconfig.json'] },
  { name: 'types: base and stages stay pure', run: [process.execPath, tsc, '-p', 'tsconfig.pure.json'] },
  { name: 'boundaries (dependency-cruiser)', run: script('check-boundaries.mjs') },
  { name: 'unused code (knip)', run: [bin('knip')] },
];
const withTests = !process.argv.includes('--no-tests');
if (withTests) steps.push({ name: 'tests', run: script('test.mjs') });

const failed = [];
for (const { name, run } of steps) {
  const startedAt = performance.now();
  const { status, output } = await runStep(run);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(output.trimEnd());
}
mkdirSync(join(root, '.tmp'), { recursive: true });
writeFileSync(join(root, '.tmp', 'check-results.json'), JSON.stringify({ steps: steps.length, failed }));
console.log(failed.length === 0 ? 'All checks hold.' : `${failed.length} failed: ${failed.join('; ')}`);
process.exit(failed.length === 0 ? 0 : 1);

/** Runs one step quietly; its output is shown only when it fails. */
function runStep([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ status: 1, output: String(error) }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
