import type { z } from 'zod';
import type { HttpContext, Route, RouteHead } from './types.ts';

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;

interface Shape<P, Q> extends RouteHead {
  readonly params?: P;
  readonly query?: Q;
  /** Media types it may answer with. */
  readonly produces: readonly string[];
  readonly handle: (
    context: HttpContext,
    input: { readonly params: Parsed<P>; readonly query: Parsed<Q>; readonly request: Request },
  ) => Promise<Response>;
}

/** States a route that reads or answers a stream: an upload, a download, server-sent events. */
export function defineStream<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
>(shape: Shape<P, Q>): Route {
  const { params, query, handle, ...head } = shape;
  return {
    ...head,
    input: { ...(params === undefined ? {} : { params }), ...(query === undefined ? {} : { query }) },
    response: null,
    status: 200,
    handle: handle as Route['handle'],
  };
}
