import type { z } from 'zod';
import type { JobRunner } from '../../app/jobs/index.ts';
import type { Workspace } from '../../app/workspace.ts';

/** What every route is given besides its own input: the open workspace, the day and who asks. */
export interface HttpContext {
  readonly workspace: Workspace;
  /** Long work, one at a time, in processes of its own. */
  readonly jobs: JobRunner;
  /** The workspace folder, absolute. */
  readonly path: string;
  /** The day the question is asked, `YYYY-MM-DD`: pinned by `serve --as-of`, else today in local time. */
  readonly asOf: () => string;
  /** The moment of the request, ISO 8601. */
  readonly now: () => string;
  /** Who asks; a team's sign-in will name the person here. */
  readonly by: string;
}

/** A value as JSON carries it, which nobody may change. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** The headings under which the API's pages group their routes. */
export type RouteTag =
  | 'Workspace'
  | 'Data'
  | 'Connections'
  | 'Customers'
  | 'Patterns'
  | 'Profile'
  | 'Scorecard'
  | 'Accounts'
  | 'Jobs';

/** The three places of a request that a route reads; each is checked strictly before the route is called. */
export interface RouteInput {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
}

/** What the routes of every kind say of themselves. */
export interface RouteHead {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with parameters in braces: `/accounts/{id}`. */
  readonly path: string;
  /** The name of the typed client's function. */
  readonly operationId: string;
  readonly summary: string;
  readonly tag: RouteTag;
}

/** A route as the server keeps it: declared as data, its types already checked by `defineRoute`. */
export interface Route extends RouteHead {
  readonly input: Partial<RouteInput>;
  /** The document it answers; null for a route that answers with a stream of its own. */
  readonly response: z.ZodType | null;
  /** Media types of a stream. */
  readonly produces: readonly string[];
  readonly status: 200 | 201 | 202;
  readonly handle: (context: HttpContext, input: HandlerInput) => Promise<unknown>;
}

/** The checked input as a handler gets it. */
export interface HandlerInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The request itself, for routes that read or answer streams. */
  readonly request: Request;
}
