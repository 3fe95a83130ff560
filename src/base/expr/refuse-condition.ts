import { BestfitError } from '../errors/index.ts';

/** What is wrong at one place of a document. */
export interface Refusal {
  /** Path in the document: `fit.firmographic[0].between`. */
  readonly where: string;
  readonly found: unknown;
  /** Completes the sentence "it takes ...". */
  readonly expected: string;
  readonly suggestion?: string | null;
}

/** Throws `profile.condition-invalid` with the path, what was found and what would be right. */
export function refuseCondition({ where, found, expected, suggestion = null }: Refusal): never {
  throw new BestfitError('profile.condition-invalid', { where, found: show(found), expected, suggestion });
}

function show(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return shorten(`[${found.map(part).join(', ')}]`);
  return shorten(isObject(found) ? `{ ${Object.keys(found).join(', ')} }` : part(found));
}

function part(found: unknown): string {
  if (found === '') return "''";
  return isObject(found) ? '{…}' : String(found);
}

function isObject(found: unknown): found is object {
  return typeof found === 'object' && found !== null;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
