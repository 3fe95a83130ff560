import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { BestfitError } from '../../base/errors/index.ts';
import { checkHost, checkOrigin, type SignIn } from './guard/index.ts';
import { apiDocument, apiPage, apiPrefix } from './openapi/index.ts';
import { problemResponse } from './problem.ts';
import { registerRoute } from './register-route.ts';
import { routes } from './routes/index.ts';
import { securityHeaders } from './security-headers.ts';
import { type StaticFiles, serveStatic } from './serve-static.ts';
import type { HttpContext } from './types.ts';

/** What the server is made of. */
export interface AppParts {
  readonly context: HttpContext;
  readonly signIn: SignIn;
  /** The built web app; null serves the API alone. */
  readonly files: StaticFiles | null;
  /** Called before each request of the API: reads what another process may have changed. */
  readonly beforeEach: () => Promise<void>;
  /** Called after a link was used, so that a new one can be shown. */
  readonly onLetIn: () => void;
}

/** The whole server as one function from request to response: guard, API, its documentation, the web app. */
export function createApp({ context, signIn, files, beforeEach, onLetIn }: AppParts): Hono {
  const app = new Hono();
  app.onError((error) => problemResponse(error));
  app.use('*', securityHeaders);
  app.use('*', async (c, next) => {
    checkHost(c.req.header('host'));
    checkOrigin(c.req.raw);
    await next();
  });
  app.get('/open', (c) => letIn(c, { signIn, onLetIn }));
  app.use(`${apiPrefix}/*`, onlyLetIn(signIn));
  app.use(`${apiPrefix}/*`, async (_, next) => {
    await beforeEach();
    await next();
  });
  for (const route of routes) registerRoute(app, route, context);
  app.get(`${apiPrefix}/openapi.json`, (c) => c.json(apiDocument(routes)));
  app.get('/api', (c) => c.html(apiPage(routes)));
  app.all('/api/*', ({ req }) => {
    throw new BestfitError('http.no-such-route', { method: req.method, path: req.path });
  });
  if (files !== null) app.get('*', (c) => serveStatic(files, c.req.raw));
  app.notFound(({ req }) =>
    problemResponse(new BestfitError('http.no-such-route', { method: req.method, path: req.path })),
  );
  return app;
}

function onlyLetIn(signIn: SignIn): MiddlewareHandler {
  return async (c, next) => {
    if (!signIn.isLetIn(c.req.raw)) throw new BestfitError('http.signed-out', {});
    await next();
  };
}

/** The link that works once: lets the browser in and goes on to the page it was made for. */
async function letIn(
  c: Context,
  { signIn, onLetIn }: Pick<AppParts, 'signIn' | 'onLetIn'>,
): Promise<Response> {
  const cookie = await signIn.redeem(c.req.query('token') ?? '', c.req.raw);
  if (cookie === null) return signIn.isLetIn(c.req.raw) ? c.redirect('/') : c.redirect('/?signed-out');
  onLetIn();
  c.header('set-cookie', cookie);
  return c.redirect('/');
}
