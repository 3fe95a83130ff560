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
  return { command, runs, ...summarizeTimes(times), barMs: bar };
});

console.table(figures);
writeBench('start', figures);
const slow = figures.filter(({ medianMs }) => medianMs >= bar);
if (slow.length > 0) throw new Error(`over ${bar} ms: ${slow.map(({ command }) => command).join(', ')}`);
