import type { Condition } from '../../base/expr/index.ts';

/**
 * Reads `uses X` or `lacks X`, X being a kind of tool; null when the text says neither.
 *
 * @example
 * readToolAnswer('lacks clinic management'); // lacks the category `clinic management`
 */
export function readToolAnswer(text: string): Extract<Condition, { op: 'uses' | 'lacks' }> | null {
  const found =
    /^(?:(use|uses|using|has)|(lack|lacks|lacking|no|without))\s+(?:an?\s+)?(.+?)(?:\s+tools?)?$/i.exec(text);
  const category = found?.[3]?.trim();
  if (found === null || category === undefined || category === '') return null;
  const tool = { technology: null, category, firstSeenWithin: null };
  return found[1] === undefined ? { op: 'lacks', tool } : { op: 'uses', tool };
}
