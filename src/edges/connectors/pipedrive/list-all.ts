import type { z } from 'zod';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import { pipedriveSizes } from './pipedrive-settings.ts';
import { readList } from './read-list.ts';

/** Reads all pages of a list of settings, such as fields or stages. `cost` is that of one page in tokens. */
export async function listAll<S extends z.ZodType>(
  client: Client,
  { path, cost }: { readonly path: string; readonly cost: number },
  item: S,
): Promise<readonly z.infer<S>[]> {
  const all: z.infer<S>[] = [];
  const limit = String(pipedriveSizes.page);
  for (let cursor: string | null = null; ; ) {
    const query: Record<string, string> = cursor === null ? { limit } : { limit, cursor };
    const answer = await client.send({ method: 'GET', path, query, cost, repeatable: true });
    const page = readList(item, answer);
    all.push(...page.items);
    if (page.next === null) return all;
    if (page.next === cursor) throw endless(path);
    cursor = page.next;
  }
}

/** The refusal of a list whose next page is the one that was just read. */
export function endless(path: string): BestfitError {
  const why = `the list \`${path}\` does not end: its next page is the one before`;
  return new BestfitError('connection.unreachable', { vendor: 'Pipedrive', tries: 1, why });
}
