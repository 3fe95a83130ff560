import type { Search } from './search.ts';

/** Whether a selector may not be added because its field is named already. */
export function clashes({ task, ground }: Search, ranks: readonly number[], added: number): boolean {
  if (task.sameField) return false;
  const { field } = ground.selectors[added]!;
  return ranks.some((rank) => ground.selectors[rank]!.field === field);
}
