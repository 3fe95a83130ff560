import { homedir } from 'node:os';
import { join } from 'node:path';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the key is: given in the environment, or in a file outside of every workspace. */
export type KeyPlace =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'file'; readonly file: string };

/** `BESTFIT_KEY`, else the file `BESTFIT_KEY_FILE`, else `bestfit/key` in the folder where programs keep settings. */
export function keyPlace(environment: Environment): KeyPlace {
  const { BESTFIT_KEY: given, BESTFIT_KEY_FILE: file, XDG_CONFIG_HOME: config } = environment;
  if (given) return { kind: 'given', text: given };
  return { kind: 'file', file: file || join(config || join(homedir(), '.config'), 'bestfit', 'key') };
}
