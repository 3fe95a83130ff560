import type { CommanderError } from 'commander';
import { BestfitError } from '../../base/errors/index.ts';

/** True when a command was given nothing to do, so that its help was the answer. */
export function isHelpShown({ code }: CommanderError): boolean {
  return code === 'commander.help';
}

/** What the parser of the command line refused, as an error of the catalogue. */
export function misunderstood(error: CommanderError): BestfitError {
  const [said = '', ...hints] = error.message.replace(/^error: /, '').split('\n');
  const hint = hints.join(' ').replace(/^\((.*)\)$/, '$1');
  const params = {
    what: isHelpShown(error) ? 'it names no command' : said,
    hint: hint === '' ? null : hint,
  };
  return new BestfitError('usage.not-understood', params, { cause: error });
}
