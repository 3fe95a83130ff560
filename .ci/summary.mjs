// The last line of a run: `N passed, N failed`. Arguments: exit codes of the tests and of the checks.
import { readFileSync } from 'node:fs';
import { describeCounts, readTestCounts } from '../scripts/test-counts.mjs';

const [testStatus, checkStatus] = process.argv.slice(2).map(Number);
const tests = readTestCounts() ?? { passed: 0, failed: 0, skipped: 0 };
// A command that failed without naming a test or a check (a crash, a missing report) counts once.
const unnamed = (status, named) => (status !== 0 && named === 0 ? 1 : 0);
const failedChecks = readFailedChecks();
const failed =
  tests.failed + unnamed(testStatus, tests.failed) + failedChecks + unnamed(checkStatus, failedChecks);
console.log(describeCounts({ ...tests, failed }));
process.exitCode = failed === 0 ? 0 : 1;

function readFailedChecks() {
  try {
    return JSON.parse(readFileSync(new URL('../.tmp/check-results.json', import.meta.url), 'utf8')).failed.length;
  } catch {
    return 0;
  }
}
