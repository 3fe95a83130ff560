import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may ask. Today one person at one machine: a link that works once lets a browser in, and programs send the token
 * of the environment. A team's sign-in takes this place: the same three questions, answered by accounts and roles.
 */
export interface SignIn {
  /** Whether the request comes from somebody who was let in. */
  isLetIn(request: Request): boolean;
  /** Takes the token of a link; the value of `Set-Cookie` when it was good, else null. A token works once. */
  redeem(token: string, request: Request): Promise<string | null>;
  /** A fresh token for a link. */
  newToken(): string;
}

/** Where the browsers that were let in are remembered, as digests, so that a restart of the server lets nobody out. */
export interface SessionMemory {
  load(): Promise<readonly string[]>;
  keep(digests: readonly string[]): Promise<void>;
}

/** How many browsers are remembered; the oldest are forgotten. */
const remembered = 20;

/** How long a browser stays let in, in seconds. */
const maxAge = 30 * 24 * 3600;

/**
 * Sign-in by links that work once.
 *
 * @param options.apiToken what programs send as `Authorization: Bearer`; null when none may
 */
export async function linkSignIn(options: {
  readonly apiToken: string | null;
  readonly memory: SessionMemory;
}): Promise<SignIn> {
  const tokens = new Set<string>();
  let digests = await options.memory.load();
  return {
    isLetIn: (request) => {
      const session = cookieOf(request);
      const isKnown = session !== null && digests.some((digest) => isSame(digestOf(session), digest));
      return isKnown || isApiToken(request, options.apiToken);
    },
    redeem: async (token, request) => {
      if (!tokens.delete(token)) return null;
      const session = randomBytes(32).toString('base64url');
      digests = [digestOf(session), ...digests].slice(0, remembered);
      await options.memory.keep(digests);
      return `${cookieName(request)}=${session}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${maxAge}`;
    },
    newToken: () => {
      const token = randomBytes(24).toString('base64url');
      tokens.add(token);
      return token;
    },
  };
}

/** Cookies are shared by all ports of a host: the port in the name keeps two servers apart. */
function cookieName(request: Request): string {
  return `bestfit-${new URL(request.url).port}`;
}

function cookieOf(request: Request): string | null {
  const start = `${cookieName(request)}=`;
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? null;
}

function isApiToken(request: Request, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return given !== undefined && token !== null && isSame(digestOf(given), digestOf(token));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Compares without telling by its time how much agrees. */
function isSame(one: string, two: string): boolean {
  return one.length === two.length && timingSafeEqual(Buffer.from(one), Buffer.from(two));
}
