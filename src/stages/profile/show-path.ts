import type { Path } from './reading.ts';

/**
 * Writes a place in a document the way people say it.
 *
 * @example
 * showPath(['fit', 'firmographic', 1, 'points']); // 'fit.firmographic[1].points'
 */
export function showPath(path: Path): string {
  if (path.length === 0) return 'the document';
  return path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    return shown === '' ? step : `${shown}.${step}`;
  }, '');
}
