import type { StandInAnswer, StandInRequest } from './stand-in-message.ts';

/** The parts of a path that a route names with a colon. */
export type RouteParams = Readonly<Record<string, string>>;

/** One endpoint of a vendor: `/crm/objects/2026-09/:type/batch/read`. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (request: StandInRequest, params: RouteParams) => StandInAnswer;
}

/** A route with what its path says; `endpoint` is its name in the log: all but the ids filled in. */
export interface FoundRoute {
  readonly route: Route;
  readonly params: RouteParams;
  readonly endpoint: string;
}

/** The first route of a request's method and path, or null; a route without parameters should stand first. */
export function findRoute(
  routes: readonly Route[],
  asked: { readonly method: string; readonly path: string },
): FoundRoute | null {
  const parts = asked.path.split('/');
  for (const route of routes) {
    if (route.method !== asked.method) continue;
    const params = matchPath(route.path.split('/'), parts);
    if (params !== null) return { route, params, endpoint: `${route.method} ${named(route.path, params)}` };
  }
  return null;
}

function matchPath(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [i, expected] of pattern.entries()) {
    const part = parts[i]!;
    if (expected.startsWith(':')) params[expected.slice(1)] = decodeURIComponent(part);
    else if (expected !== part) return null;
  }
  return params;
}

function named(pattern: string, params: RouteParams): string {
  return pattern.replaceAll(/:(\w+)/g, (whole, name: string) => (name === 'id' ? whole : params[name]!));
}
