import { BestfitError } from '../../base/errors/index.ts';
import { isDate } from '../../base/expr/index.ts';
import { componentDefinitions } from './component-definitions.ts';
import type { ValueOptions } from './types.ts';

/** Refuses options that no ranking can be made with, naming what would do. */
export function checkValueOptions({ asOf, weights, last }: ValueOptions): void {
  if (!isDate(asOf)) {
    throw new BestfitError('usage.bad-option', {
      option: '--as-of',
      value: asOf,
      expected: 'a day as YYYY-MM-DD',
    });
  }
  if (last !== null && !(Number.isInteger(last) && last > 0)) {
    throw new BestfitError('usage.bad-option', {
      option: '--last',
      value: `${last}`,
      expected: 'a number of customers',
    });
  }
  const names: readonly string[] = componentDefinitions.map((definition) => definition.name);
  for (const [name, weight] of Object.entries(weights)) {
    if (names.includes(name) && Number.isFinite(weight) && weight >= 0) continue;
    throw new BestfitError('usage.bad-option', {
      option: '--weight',
      value: `${name}=${weight}`,
      expected: `one of ${names.join(', ')} with a weight of 0 or more`,
    });
  }
}
