import { unauthorized } from './access-token.ts';
import { type Outcome, repeat } from './repeat.ts';
import type { ClientParts } from './send-request.ts';
import type { ClientAnswer, ClientRequest } from './types.ts';

/** Sends a form without a token, as is done to get one. What the vendor refuses is `connection.unauthorized`. */
export async function postForm(
  parts: Omit<ClientParts, 'token' | 'budget'>,
  { path, headers = {} }: Pick<ClientRequest, 'path' | 'headers'>,
  form: Readonly<Record<string, string>>,
): Promise<ClientAnswer> {
  const body = new URLSearchParams(form).toString();
  const contentType = 'application/x-www-form-urlencoded';
  const request = { method: 'POST', path, headers, repeatable: true } as const;
  return repeat(parts, true, async (): Promise<Outcome<ClientAnswer>> => {
    const result = await parts.wire({ ...request, body, contentType }, {});
    if (result.kind === 'failed') return { ...result, kind: 'again', seconds: null };
    const status = result.kind === 'answer' ? result.answer.status : 200;
    if (result.kind === 'answer' && status >= 200 && status < 300)
      return { kind: 'done', value: result.answer };
    if (status !== 429 && status < 500) throw unauthorized(parts.rules);
    return { kind: 'again', seconds: null, why: `it answered ${status} when asked for a token`, sure: false };
  });
}
