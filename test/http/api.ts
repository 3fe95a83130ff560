import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { sampleDay } from '../../samples/index.ts';
import { openJobs, openWorkspace } from '../../src/app/compose.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { createApp } from '../../src/faces/http/create-app.ts';
import { linkSignIn } from '../../src/faces/http/guard/index.ts';
import { routes } from '../../src/faces/http/routes/index.ts';

/** The API over a workspace of its own, called without a network. */
export interface TestApi {
  readonly workspace: Workspace;
  readonly folder: string;
  /** Calls a route below `/api/v1`; `json` is sent as the body. */
  readonly call: (method: string, path: string, json?: unknown) => Promise<Response>;
  /** Sends a file; `length` is what the request promises, where it is not the truth. */
  readonly upload: (name: string, text: string, options?: { readonly length?: number }) => Promise<Response>;
  /** Calls a route and holds its answer to the route's own schema, strictly. */
  readonly document: (method: string, path: string, json?: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const token = 'a-token-for-tests';

/** Opens the API on a new, empty workspace, on the day of the sample. */
export async function openApi(jobEntry = ''): Promise<TestApi> {
  const folder = await mkdtemp(join(tmpdir(), 'bestfit-api-'));
  const workspace = await openWorkspace(folder, { create: true });
  const jobs = await openJobs(workspace.store, jobEntry);
  const now = () => '2026-09-30T09:00:00.000Z';
  const context = { workspace, jobs, path: folder, asOf: () => sampleDay, now, by: 'Ana' };
  const memory = { load: async () => [], keep: async () => undefined };
  const signIn = await linkSignIn({ apiToken: token, memory });
  const parts = { beforeEach: async () => undefined, onLetIn: () => undefined, files: null };
  const app = createApp({ context, signIn, ...parts });
  const call = async (method: string, path: string, json?: unknown) =>
    app.request(`http://127.0.0.1/api/v1${path}`, {
      method,
      headers: {
        host: '127.0.0.1',
        authorization: `Bearer ${token}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  const document = async (method: string, path: string, json?: unknown) => {
    const response = await call(method, path, json);
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(body)}`);
    return schemaFor(method, path).parse(body);
  };
  const upload = async (name: string, text: string, { length }: { readonly length?: number } = {}) =>
    app.request(`http://127.0.0.1/api/v1/uploads?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1',
        authorization: `Bearer ${token}`,
        ...(length === undefined ? {} : { 'content-length': String(length) }),
      },
      body: text,
    });
  const close = async () => {
    await jobs.close();
    await workspace.engine.close();
    await workspace.store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { workspace, folder, call, upload, document, close };
}

/** The name of a workspace in its facts. */
export function nameOf({ folder }: TestApi): string {
  return basename(folder);
}

/** The response schema of the route that answers an address. */
function schemaFor(method: string, address: string): z.ZodType {
  const path = address.replace(/\?.*$/, '');
  const found = routes.find(
    (route) =>
      route.method === method.toLowerCase() &&
      new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (found?.response === undefined || found.response === null) throw new Error(`no schema for ${path}`);
  return found.response;
}
