import type { Serving } from '../start-server.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';

/** Where the app is, for people. */
export function serveText({ url, link, workspace, asOf, app }: Serving, style: TextStyle): string {
  const paint = paintFor(style);
  const day = asOf === null ? '' : `, as of ${asOf}`;
  return [
    `Bestfit is open at ${paint.bold(link)}`,
    `The link lets one browser in, once. Workspace ${workspace}${day}; API: ${url}/api`,
    ...(app ? [] : ['The web app is not built here (`npm run build`): only the API is served.']),
    'Ctrl-C ends it.',
  ].join('\n');
}
