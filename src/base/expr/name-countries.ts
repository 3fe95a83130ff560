import { regions } from './regions.ts';
import type { Scalar } from './types.ts';

/** Countries that a region may lack and still be named, `without` them. */
const mostLacking = 2;
/** Countries that a region must have left, for each that it lacks. */
const leastHeld = 4;

/**
 * The words for a list of values: countries that make up a whole region of the world are said by its name, the widest
 * that they fill; one or two that a region lacks are named as such. Everything else stays as it is.
 *
 * @example
 * nameCountries(['AT', 'BE', 'CH', 'DE', 'FR', 'LI', 'LU', 'MC', 'NL', 'US']); // ['Western Europe', 'US']
 */
export function nameCountries(values: readonly Scalar[]): readonly string[] {
  const left = new Set(values.map(wordOf));
  const named: string[] = [];
  for (const lacking of Array.from({ length: mostLacking + 1 }, (_, n) => n)) {
    for (const [name, countries] of regions) {
      const without = countries.filter((code) => !left.has(code));
      if (without.length !== lacking || countries.length - lacking < leastHeld * lacking) continue;
      named.push(lacking === 0 ? name : `${name} without ${without.join(' and ')}`);
      for (const code of countries) left.delete(code);
    }
  }
  return [...named, ...left];
}

function wordOf(value: Scalar): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}
