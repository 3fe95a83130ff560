import type { Store } from '../edges/store/index.ts';
import type { Workspace } from './workspace.ts';

/** What is remembered, under which key, and of how many keys: of more, the one longest unused is forgotten. */
export interface Memory {
  readonly of: string;
  /** Everything that the answer depends on: the commit, the version of the page, the day. */
  readonly key: readonly unknown[];
  readonly most: number;
}

const memories = new WeakMap<Store, Map<string, Map<string, Promise<unknown>>>>();

/**
 * Works something out once for as long as the workspace is open: a server answers many requests about the same data. The key
 * names all that the answer depends on, so that a commit of another process is never missed. What fails is not remembered.
 */
export function remembered<T>(
  { store }: Pick<Workspace, 'store'>,
  { of, key, most }: Memory,
  work: () => Promise<T>,
): Promise<T> {
  const memory = memories.get(store) ?? new Map<string, Map<string, Promise<unknown>>>();
  memories.set(store, memory);
  const answers = memory.get(of) ?? new Map<string, Promise<unknown>>();
  memory.set(of, answers);
  const written = JSON.stringify(key);
  const known = answers.get(written) as Promise<T> | undefined;
  const answer = known ?? work();
  answers.delete(written);
  answers.set(written, answer);
  if (known === undefined) answer.catch(() => answers.delete(written));
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  return answer;
}
