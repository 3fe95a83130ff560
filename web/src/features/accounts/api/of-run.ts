import type { QueryClient } from '@tanstack/react-query';

/** An answer about a scoring, or that there is none. */
interface RunAnswer {
  readonly kind: string;
  readonly run?: number;
}

/**
 * What is known of a scoring never changes: it is asked for once, whatever else changes meanwhile. An answer about another
 * scoring means that the head of the list is out of date: it is read anew.
 */
export async function ofRun<T extends RunAnswer>(
  { client, queryKey }: { readonly client: QueryClient; readonly queryKey: readonly unknown[] },
  run: number,
  ask: () => Promise<T>,
): Promise<T> {
  const known = client.getQueryData<T>(queryKey);
  if (known?.run === run) return known;
  const answer = await ask();
  if (answer.run !== run) void client.invalidateQueries({ queryKey: ['list'], exact: true });
  return answer;
}
