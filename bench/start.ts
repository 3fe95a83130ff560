import { loadavg } from 'node:os';
import { summarizeTimes, timeCommand } from './time-command.ts';
import { writeBench } from './write-bench.ts';

const bar = 300;
const runs = Number(process.argv[2] ?? 15);

const commands: readonly (readonly [string, readonly string[]])[] = [
  ['node alone', ['--eval', '0']],
  ['bestfit --version', ['bin/bestfit.mjs', '--version']],
  ['bestfit --help', ['bin/bestfit.mjs', '--help']],
  ['bestfit list --help', ['bin/bestfit.mjs', 'list', '--help']],
];

/** How long the command line takes to start: whole processes, the first of each (which may build) left out. */
const figures = commands.map(([command, args]) => {
  timeCommand(args);
  const times = Array.from({ length: runs }, () => timeCommand(args));
  return { command, runs, ...summarizeTimes(times) };
});

console.table(figures);
writeBench('start', { barMs: bar, load: loadavg()[0], commands: figures });
const slow = figures.filter(({ medianMs }) => medianMs >= bar).map(({ command }) => command);
console.log(slow.length === 0 ? `All under ${bar} ms.` : `Over ${bar} ms: ${slow.join(', ')}.`);
process.exitCode = slow.length === 0 ? 0 : 1;
