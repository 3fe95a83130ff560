import { z } from 'zod';
import { BestfitError } from '../../../base/errors/index.ts';
import type { ClientAnswer } from '../client/index.ts';

/** One page of a list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null after the last, where Pipedrive sends null or nothing. */
  readonly next: string | null;
}

/** Reads a page of a list; what has another form is refused, for a page that is skipped is lost for good. */
export function readList<S extends z.ZodType>(item: S, { body }: ClientAnswer): ListPage<z.infer<S>> {
  const page = z.looseObject({
    data: z.array(item).nullish(),
    additional_data: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
  });
  const read = page.safeParse(body);
  if (!read.success) throw unreadable(read.error);
  const { data, additional_data: more } = read.data;
  return { items: data ?? [], next: more?.next_cursor || null };
}

/** Reads the one thing that an answer holds. */
export function readOne<S extends z.ZodType>(item: S, { body }: ClientAnswer): z.infer<S> {
  const read = z.looseObject({ data: item }).safeParse(body);
  if (!read.success) throw unreadable(read.error);
  return read.data.data as z.infer<S>;
}

function unreadable(error: z.ZodError): BestfitError {
  const { path, message } = error.issues[0]!;
  const why = `its answer does not have the form it had: \`${path.join('.')}\`: ${message}`;
  return new BestfitError('connection.unreachable', { vendor: 'Pipedrive', tries: 1, why });
}
