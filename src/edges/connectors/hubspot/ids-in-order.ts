import { oddAnswer } from './odd-answer.ts';

/** The ids of a search, held to what was asked: each beyond the one before, the first beyond `after`. */
export function idsInOrder(
  found: readonly { readonly id: string }[],
  after: string | null,
): readonly string[] {
  let last = Number(after ?? 0);
  for (const { id } of found) {
    if (!(Number(id) > last)) throw oddAnswer(`a search gave \`${id}\` after \`${last}\``);
    last = Number(id);
  }
  return found.map(({ id }) => id);
}
