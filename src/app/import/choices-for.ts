import { basename } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import type { FoundTable } from '../../edges/connectors/index.ts';
import type { FileKind, Repeats } from '../../stages/dataset/index.ts';
import type { Choice, FileChoices } from './types.ts';

/** What the user said of one table; null where they said nothing. */
export interface TableChoices {
  readonly as: FileKind | null;
  readonly key: string | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly repeats: Repeats | null;
}

/** What the user said of a table: by the name of its source, else of what they named, else of all. */
export function choicesFor(choices: FileChoices, table: FoundTable): TableChoices {
  const { as, key, delimiter, encoding, repeats } = choices;
  return {
    as: choose(as, table),
    key: choose(key, table),
    delimiter: choose(delimiter, table),
    encoding: choose(encoding, table),
    repeats: choose(repeats, table),
  };
}

/** Refuses choices for a file that is none of the tables. */
export function refuseUnmatched(choices: FileChoices, tables: readonly FoundTable[]): void {
  for (const [option, given] of Object.entries(choices) as [string, readonly Choice<string>[]][]) {
    const lost = given.find(({ file }) => file !== null && !tables.some((table) => isNamed(file, table)));
    if (lost === undefined) continue;
    throw new BestfitError('usage.bad-option', {
      option: `--${option}`,
      value: `${lost.file}=${lost.value}`,
      expected: `one of the files ${tables.map(({ source }) => source).join(', ')}`,
    });
  }
}

function choose<T>(choices: readonly Choice<T>[], table: FoundTable): T | null {
  const own = choices.findLast(({ file }) => file === table.source || file === table.location);
  const named = choices.findLast(({ file }) => file !== null && isNamed(file, table));
  const general = choices.findLast(({ file }) => file === null);
  return (own ?? named ?? general)?.value ?? null;
}

function isNamed(file: string, { source, location, given }: FoundTable): boolean {
  return [source, location, given, basename(given)].includes(file);
}
