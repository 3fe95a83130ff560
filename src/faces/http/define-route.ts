import type { z } from 'zod';
import type { DeepReadonly, HttpContext, Route, RouteHead } from './types.ts';

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;

interface Shape<P, Q, B, R extends z.ZodType> extends RouteHead {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly status?: 200 | 201 | 202;
  readonly handle: (
    context: HttpContext,
    input: { readonly params: Parsed<P>; readonly query: Parsed<Q>; readonly body: Parsed<B> },
  ) => Promise<DeepReadonly<z.infer<R>>>;
}

/**
 * States one route: its schemas check the request, give the handler its types, and become the OpenAPI document and the
 * typed client. What the use case gives must have the type of `response`, or it does not compile.
 */
export function defineRoute<
  R extends z.ZodType,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(shape: Shape<P, Q, B, R>): Route {
  const { params, query, body, status = 200, handle, ...head } = shape;
  return {
    ...head,
    input: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body }),
    },
    produces: ['application/json'],
    status,
    handle: handle as Route['handle'],
  };
}
