import { nearestWord } from './nearest-word.ts';
import { refuseCondition } from './refuse-condition.ts';

/** Keys and values of one mapping of the document. */
export type Written = Readonly<Record<string, unknown>>;

/** The mapping at this place, holding none but the given keys; a near miss of a key gets a suggestion. */
export function readObject(written: unknown, where: string, keys: readonly string[]): Written {
  const list = keys.map((key) => `\`${key}\``).join(', ');
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return refuseCondition({ where, found: written, expected: `a mapping with ${list}` });
  const unknown = Object.keys(written).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    return refuseCondition({
      where,
      found: unknown,
      expected: `the keys ${list}`,
      suggestion: nearestWord(unknown, keys),
    });
  return written as Written;
}
