import { defineError } from './define-errors.ts';

/** Refusals of the server behind the web app. */
export const httpErrors = {
  'http.bad-request': defineError<{ where: string; problems: readonly string[] }>({
    message: ({ where, problems }) => `The ${where} of this request does not fit: ${problems.join('; ')}.`,
    remedy: () => 'The page `/api` of the server lists what each route takes.',
    status: 400,
    exit: 2,
  }),
  'http.no-such-route': defineError<{ method: string; path: string }>({
    message: ({ method, path }) => `There is no ${method} \`${path}\`.`,
    remedy: () => 'The page `/api` of the server lists every route.',
    status: 404,
    exit: 2,
  }),
  'http.foreign-host': defineError<{ host: string }>({
    message: ({ host }) => `This server does not answer for the host \`${host}\`.`,
    remedy: () => 'Open the link that `bestfit serve` printed.',
    status: 403,
    exit: 3,
  }),
  'http.foreign-origin': defineError<{ origin: string }>({
    message: ({ origin }) => `A page of \`${origin}\` may not change anything here.`,
    remedy: () => 'Open the link that `bestfit serve` printed, and work in that window.',
    status: 403,
    exit: 3,
  }),
  'http.signed-out': defineError<Record<string, never>>({
    message: () => 'This browser has not been let in.',
    remedy: () => 'Open the newest link that `bestfit serve` printed: each works once.',
    status: 401,
    exit: 3,
  }),
  'http.port-taken': defineError<{ port: number }>({
    message: ({ port }) => `Something else already listens on port ${port}.`,
    remedy: () => 'Stop it, or choose another with `--port`; `--port 0` takes a free one.',
    status: 500,
    exit: 3,
  }),
} as const;
