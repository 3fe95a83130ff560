import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { openJobs, openWorkspace } from '../../app/compose.ts';
import { sweepOriginals } from '../../app/originals.ts';
import { pinnedDay } from '../../app/pinned-day.ts';
import { Scheduler } from '../../app/scheduler.ts';
import { BestfitError } from '../../base/errors/index.ts';
import { createApp } from './create-app.ts';
import { linkSignIn } from './guard/index.ts';
import { readAhead } from './read-ahead.ts';
import { findStaticFiles } from './serve-static.ts';
import { sessionMemory } from './session-memory.ts';

/** How to serve a workspace. */
export interface ServeOptions {
  /** The workspace folder, absolute; made when there is none. */
  readonly path: string;
  /** The TCP port on the loopback interface; 0 takes a free one. */
  readonly port: number;
  /** The day of every question; null asks the clock. */
  readonly asOf: string | null;
  readonly by: string;
  /** The folder of the built web app; null serves the API alone. */
  readonly webFolder: string | null;
  /** The script that does one job in a process of its own. */
  readonly jobEntry: string;
  /** What programs send as `Authorization: Bearer`; null when none may. */
  readonly apiToken: string | null;
  /** The day in local time for a moment, where `asOf` is null. */
  readonly today: (now: Date) => string;
  /** Called with each link that lets one browser in: at the start, and again whenever one was used. */
  readonly onLink: (link: string) => void;
}

/** A running server. */
export interface Served {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** A link that lets one browser in, once. */
  readonly link: () => string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** Serves a workspace to this machine alone: the API, its documentation and the web app. */
export async function serve(options: ServeOptions): Promise<Served> {
  const workspace = await openWorkspace(options.path, { create: true });
  await sweepOriginals(workspace.store);
  const signIn = await linkSignIn({ apiToken: options.apiToken, memory: sessionMemory(workspace.store) });
  const files = options.webFolder === null ? null : await findStaticFiles(options.webFolder);
  const jobs = await openJobs(workspace.store, options.jobEntry);
  let pinned = await pinnedDay(workspace);
  const beforeEach = async () => {
    pinned = await pinnedDay(workspace);
  };
  const context = {
    workspace,
    jobs,
    path: options.path,
    asOf: () => options.asOf ?? pinned ?? options.today(new Date()),
    now: () => new Date().toISOString(),
    by: options.by,
  };
  const app = createApp({ context, signIn, files, beforeEach, onLetIn: () => options.onLink(link()) });
  const server = createAdaptorServer({ fetch: app.fetch });
  const scheduler = new Scheduler({ workspace, jobs, asOf: context.asOf, now: () => new Date() });
  const release = async () => {
    await scheduler.close();
    await jobs.close();
    await workspace.engine.close();
    await workspace.store.close();
  };
  const port = await listen(server, options.port).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const url = `http://${loopback}:${port}`;
  const link = () => `${url}/open?token=${signIn.newToken()}`;
  options.onLink(link());
  readAhead(context);
  scheduler.open();
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    await release();
  };
  return { url, link, close };
}

function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new BestfitError('http.port-taken', { port }) : error),
    );
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });
}
