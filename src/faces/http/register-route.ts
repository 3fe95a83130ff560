import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { BestfitError } from '../../base/errors/index.ts';
import { apiPrefix } from './openapi/index.ts';
import type { HttpContext, Route } from './types.ts';

/** Adds a route to the server: checks its input, calls it, answers its document. */
export function registerRoute(app: Hono, route: Route, context: HttpContext): void {
  const path = `${apiPrefix}${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  app.on(route.method.toUpperCase(), path, async (c) => {
    const input = await inputOf(route, c);
    const answer = await route.handle(context, { ...input, request: c.req.raw });
    return answer instanceof Response ? answer : c.json(answer as object, route.status);
  });
}

async function inputOf({ input }: Route, c: Context) {
  const given = (name: string) => c.req.queries(name) ?? [];
  const query = Object.fromEntries(
    Object.keys(c.req.query()).map((name) => [name, given(name).length > 1 ? given(name) : given(name)[0]]),
  );
  return {
    params: input.params === undefined ? undefined : check('address', input.params, c.req.param()),
    query: check('query', input.query, query),
    body: input.body === undefined ? undefined : check('body', input.body, await bodyOf(c)),
  };
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (cause) {
    throw new BestfitError('http.bad-request', { where: 'body', problems: ['it is no JSON'] }, { cause });
  }
}

function check(where: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) {
    const unknown = Object.keys(value as object);
    if (unknown.length === 0) return undefined;
    const problems = unknown.map((name) => `\`${name}\` is not known`);
    throw new BestfitError('http.bad-request', { where, problems });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || where}: ${message}`);
  throw new BestfitError('http.bad-request', { where, problems });
}
