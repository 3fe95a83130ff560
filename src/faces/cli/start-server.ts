import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './open-browser.ts';
import { packageFolder } from './package-folder.ts';
import { todayFrom } from './today-from.ts';

/** What to serve, and whether the browser is opened. */
export interface StartOptions {
  readonly path: string;
  readonly port: number;
  readonly asOf: string | null;
  readonly by: string;
  readonly open: boolean;
}

/** A server that runs until the process is stopped (`bestfit serve --json`). */
export interface Serving {
  readonly kind: 'serving';
  readonly url: string;
  /** Lets one browser in, once. */
  readonly link: string;
  readonly workspace: string;
  readonly asOf: string | null;
  /** Whether the web app was found; the API is served without it. */
  readonly app: boolean;
}

/** Starts the server; it keeps the process alive, and Ctrl-C or SIGTERM ends both in order. */
export async function startServer(options: StartOptions): Promise<Serving> {
  const { serve } = await import('../http/index.ts');
  const webFolder = join(packageFolder(), 'dist', 'web');
  const links: string[] = [];
  const served = await serve({
    path: options.path,
    port: options.port,
    asOf: options.asOf,
    by: options.by,
    webFolder: existsSync(webFolder) ? webFolder : null,
    jobEntry: join(packageFolder(), 'dist', 'job.js'),
    apiToken: process.env.BESTFIT_API_TOKEN ?? null,
    today: (now) => todayFrom(undefined, now),
    onLink: (link) => {
      links.push(link);
      if (links.length > 1) process.stderr.write(`For another browser: ${link}\n`);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void served.close().then(() => process.exit(0));
    });
  const link = links[0] ?? served.link();
  if (options.open) openBrowser(link);
  return {
    kind: 'serving',
    url: served.url,
    link,
    workspace: options.path,
    asOf: options.asOf,
    app: existsSync(webFolder),
  };
}
