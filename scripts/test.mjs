// Runs the tests (all, or those of the given paths) and ends with one line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeCounts, readTestCounts, testReport } from './test-counts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
mkdirSync(dirname(testReport), { recursive: true });
rmSync(testReport, { force: true });
// Tests of the web app import its client, which is made of the routes and not kept.
spawnSync(process.execPath, [join(root, 'scripts', 'write-web-client.mjs')], { cwd: root, stdio: 'inherit' });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`];
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
const counts = readTestCounts();
console.log(counts === null ? 'The tests did not run to the end.' : describeCounts(counts));
process.exitCode = counts === null ? run.status || 1 : (run.status ?? 1);
