import type { ClientAnswer } from './types.ts';

/** What becomes of one request on the wire. */
export type Exchange =
  | { readonly kind: 'answer'; readonly answer: ClientAnswer }
  /** No whole answer; `sure`: the request certainly did not arrive. */
  | { readonly kind: 'failed'; readonly why: string; readonly sure: boolean }
  | { readonly kind: 'too-large' };

/** Most time without a byte, and most in all. */
const usualIdleMs = 30_000;
const longestMs = 15 * 60_000;
/** Most bytes of one answer, unpacked. */
const mostBytes = 200_000_000;

/** Failures of making a connection: nothing was sent. */
const neverSent = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** When an exchange ends before its answer. */
export interface ExchangeLimits {
  /** The work is given up. */
  readonly signal: AbortSignal | null;
  /** Most milliseconds without a byte; 30 seconds unless given. */
  readonly idleMs?: number;
}

/** Sends one request and reads its answer whole. Redirects are not followed. Throws only when `signal` was aborted. */
export async function exchange(
  url: URL,
  init: RequestInit,
  { signal, idleMs = usualIdleMs }: ExchangeLimits,
): Promise<Exchange> {
  const stop = new AbortController();
  const giveUp = (): void => stop.abort();
  const idle = setTimeout(giveUp, idleMs);
  const whole = setTimeout(giveUp, longestMs);
  signal?.addEventListener('abort', giveUp);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: stop.signal });
    idle.refresh();
    const bytes = await readBody(response, () => idle.refresh());
    return bytes === null ? { kind: 'too-large' } : readAnswer(response, bytes);
  } catch (error) {
    signal?.throwIfAborted();
    if (stop.signal.aborted) return { kind: 'failed', why: 'it took too long to answer', sure: false };
    const code = codeOf(error);
    return { kind: 'failed', why: whyOf(code), sure: neverSent.includes(code) };
  } finally {
    clearTimeout(idle);
    clearTimeout(whole);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** Null when it is too large. */
async function readBody(response: Response, progress: () => void): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return Buffer.alloc(0);
  for await (const part of response.body) {
    progress();
    size += part.byteLength;
    if (size > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function readAnswer(response: Response, bytes: Buffer): Exchange {
  const { status, ok } = response;
  const headers = Object.fromEntries(response.headers);
  const text = bytes.toString('utf8');
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '');
  if (!isJson) return { kind: 'answer', answer: { status, headers, body: text } };
  if (text === '' && status !== 200) return { kind: 'answer', answer: { status, headers, body: null } };
  try {
    return { kind: 'answer', answer: { status, headers, body: JSON.parse(text) as unknown } };
  } catch {
    if (ok) return { kind: 'failed', why: 'the answer was cut off', sure: false };
    return { kind: 'answer', answer: { status, headers, body: text } };
  }
}

/** The code that Node gives a failure of the network, which stands in the causes. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return '';
}

function whyOf(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name was not found';
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code)) return `its certificate is not accepted (${code})`;
  return code === '' ? 'the connection was cut' : `the connection was cut (${code})`;
}
