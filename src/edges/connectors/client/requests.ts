import type { ClientRequest } from './types.ts';

/** Where a request goes. A path that would lead to another host is a mistake of the connector. */
export function requestUrl(origin: string, { path, query = {} }: Pick<ClientRequest, 'path' | 'query'>): URL {
  const url = new URL(`${origin}${path}`);
  if (!path.startsWith('/') || url.origin !== origin) throw new Error(`no path below the origin: ${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url;
}

/** What is sent, with the headers that carry the token. */
export function requestInit(request: ClientRequest, token: Readonly<Record<string, string>>): RequestInit {
  const { method, body, contentType } = request;
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'bestfit' });
  for (const [name, value] of Object.entries({ ...request.headers, ...token })) headers.set(name, value);
  if (body === undefined) return { method, headers };
  const isText = typeof body === 'string';
  headers.set('content-type', contentType ?? (isText ? 'text/plain' : 'application/json'));
  return { method, headers, body: isText ? body : JSON.stringify(body) };
}
