import type { FileChoices } from './types.ts';

/** The choices of a user who lets the content of every file say what it is. */
export const nothingSaid: FileChoices = { as: [], key: [], delimiter: [], encoding: [], repeats: [] };
