import type { Route } from '../types.ts';
import { apiPrefix } from './api-prefix.ts';

const css = `:root{color-scheme:light dark;--ink:#17212b;--soft:#586572;--rule:#dce1e6;--paper:#fff;--accent:#0d5c63}
@media(prefers-color-scheme:dark){:root{--ink:#e6ebef;--soft:#a3afba;--rule:#333d47;--paper:#182028;--accent:#66c2c4}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:3rem auto;padding:0 1.5rem}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2.5rem}a{color:var(--accent)}p{color:var(--soft)}
table{border-collapse:collapse;width:100%}td,th{border-top:1px solid var(--rule);padding:.45rem .6rem .45rem 0;vertical-align:top;text-align:left}
code{font:13px ui-monospace,monospace}td:first-child{white-space:nowrap}`;

/** The API as a page to read: every route under its heading, with what it takes. */
export function apiPage(routes: readonly Route[]): string {
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  const sections = tags.map((tag) => {
    const rows = routes.filter((route) => route.tag === tag).map(rowOf);
    const head = '<thead><tr><th>Route</th><th>What it does</th><th>What it takes</th></tr></thead>';
    return `<h2>${tag}</h2><table>${head}<tbody>${rows.join('')}</tbody></table>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bestfit API</title>
<meta name="viewport" content="width=device-width"><style>${css}</style></head><body><main><h1>Bestfit API</h1>
<p>Every use case over HTTP, below <code>${apiPrefix}</code>. The same as
<a href="${apiPrefix}/openapi.json">OpenAPI 3.1</a>. Refusals are problem documents (RFC 9457) with the code of the error
catalogue. Programs send the token of <code>BESTFIT_API_TOKEN</code> as <code>Authorization: Bearer</code>.</p>
${sections.join('')}</main></body></html>`;
}

function rowOf({ method, path, summary, input }: Route): string {
  const query = Object.keys(input.query?.shape ?? {}).map((name) => `<code>${name}</code>`);
  const body = input.body === undefined ? [] : [`a document${fieldsOf(input.body)}`];
  const takes = [...query, ...body].join(', ');
  return `<tr><td><code>${method.toUpperCase()} ${path}</code></td><td>${summary}</td><td>${takes}</td></tr>`;
}

function fieldsOf(body: unknown): string {
  const shape = (body as { readonly shape?: Readonly<Record<string, unknown>> }).shape;
  if (shape === undefined) return '';
  return ` of ${Object.keys(shape)
    .map((name) => `<code>${name}</code>`)
    .join(', ')}`;
}
