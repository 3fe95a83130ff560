import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { commands } from './commands/index.ts';
import { createProgress } from './create-progress.ts';
import { forgiveClosedPipe } from './forgive-closed-pipe.ts';
import { isHelpShown, misunderstood } from './misunderstood.ts';
import { reportError } from './report-error.ts';
import { terminalStyle } from './terminal-style.ts';
import { todayFrom } from './today-from.ts';
import type { CommandSpec, Invocation, OptionSpec } from './types.ts';
import { userName } from './user-name.ts';
import { version } from './version.ts';

/**
 * The command line: parses, calls one use case, shows. stdout is the result, stderr the progress.
 *
 * @param argv as in `process.argv`
 * @returns the exit code: 0 done, 1 internal error, 2 wrong usage, 3 input refused
 */
export async function main(argv: readonly string[]): Promise<number> {
  forgiveClosedPipe();
  const state = { exit: 0 };
  const program = createProgram(state);
  try {
    await program.parseAsync([...argv]);
    return state.exit;
  } catch (error) {
    const json = argv.includes('--json');
    if (!(error instanceof CommanderError)) return reportError(error, { json });
    if (error.exitCode === 0) return 0;
    return isHelpShown(error) && !json ? 2 : reportError(misunderstood(error), { json });
  }
}

function createProgram(state: { exit: number }): Command {
  const program = new Command('bestfit')
    .description(
      'Learn who your best customers are and what they share, write it as one page,\nand rank the accounts to work today.',
    )
    .version(version, '-V, --version', 'print the version')
    .option('-w, --workspace <folder>', 'the folder that holds your data', '.')
    .option('--json', 'print exactly one JSON document')
    .option('--as-of <date>', 'the day the question is asked (default: today)')
    .option('--by <name>', 'who says or signs (default: your user name)')
    .option('--quiet', 'no progress on stderr')
    .configureOutput({ outputError: () => undefined })
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride();
  program.addHelpText('after', firstSteps);
  for (const spec of commands) addCommand(program, spec, state);
  return program;
}

const firstSteps = `
First steps:
  bestfit demo                          the whole path on a sample company
  bestfit import customers.csv          your own customers, in the current folder
  bestfit discover                      what the best of them share
  bestfit profile draft                 the page
  bestfit list                          who to work today, and why`;

function addCommand(parent: Command, spec: CommandSpec, state: { exit: number }): void {
  const command = parent.command(spec.name).description(spec.summary).summary(spec.summary).exitOverride();
  command.helpOption('-h, --help', 'print this help').configureHelp({ showGlobalOptions: true });
  for (const argument of spec.arguments ?? []) command.argument(argument.name, argument.description);
  for (const option of spec.options ?? []) addOption(command, option);
  for (const child of spec.commands ?? []) addCommand(command, child, state);
  if (spec.examples !== undefined) {
    const lines = spec.examples.map(({ run, does }) => `  ${run}\n      ${does}`);
    command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
  }
  const run = spec.run;
  if (run === undefined) return;
  command.action(async (...given: unknown[]) => {
    const options = command.optsWithGlobals<Record<string, unknown>>();
    const args = given.slice(0, -2) as Invocation['args'];
    const output = await run(invocationOf(args, options));
    state.exit = output.exit ?? 0;
    const text = options.json === true ? JSON.stringify(output.json, null, 2) : output.text();
    await write(text.endsWith('\n') ? text : `${text}\n`);
  });
}

function addOption(command: Command, option: OptionSpec): void {
  if (option.repeat === true) {
    const collect = (value: string, previous: readonly string[]) => [...previous, value];
    const repeated = new Option(option.flags, option.description).argParser<readonly string[]>(collect);
    command.addOption(repeated).setOptionValueWithSource(repeated.attributeName(), [], 'default');
  } else {
    command.option(option.flags, option.description, option.default);
  }
}

function invocationOf(args: Invocation['args'], options: Record<string, unknown>): Invocation {
  const now = new Date();
  return {
    args,
    options,
    workspace: resolve(String(options.workspace)),
    asOf: todayFrom(options.asOf, now),
    now: now.toISOString(),
    by: typeof options.by === 'string' ? options.by : userName(),
    style: terminalStyle(),
    progress: createProgress({ quiet: options.quiet === true }),
  };
}

function write(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined || (error as NodeJS.ErrnoException).code === 'EPIPE') done();
      else fail(error);
    });
  });
}
