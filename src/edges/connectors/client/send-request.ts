import type { BestfitError } from '../../../base/errors/index.ts';
import { type AccessToken, unauthorized } from './access-token.ts';
import type { DayBudget } from './day-budget.ts';
import type { Exchange } from './exchange.ts';
import { type Outcome, type RepeatParts, repeat, wait } from './repeat.ts';
import type { ClientAnswer, ClientRequest, VendorRules } from './types.ts';
import type { Wire } from './wire.ts';

/** The layers of a client. */
export interface ClientParts extends RepeatParts {
  readonly rules: VendorRules;
  readonly wire: Wire;
  readonly token: AccessToken;
  readonly budget: DayBudget;
}

type Tried =
  | Outcome<ClientAnswer>
  /** This token was not accepted. */
  | { readonly kind: 'token'; readonly token: string };

/** Longer than this nobody waits for a slot of a limit: the work is gone on with later. */
const longestPaceMs = 60 * 60_000;

/** Sends a request through all layers: budget, token, pacing, wire, verdict, and again. */
export async function sendRequest(parts: ClientParts, request: ClientRequest): Promise<ClientAnswer> {
  return repeat(parts, request.repeatable, async () => {
    const first = await tryOnce(parts, request);
    if (first.kind !== 'token') return first;
    await parts.token.renew(first.token);
    const second = await tryOnce(parts, request);
    if (second.kind === 'token') throw unauthorized(parts.rules);
    return second;
  });
}

async function tryOnce(parts: ClientParts, request: ClientRequest): Promise<Tried> {
  const { budget, rules, wire } = parts;
  const reservation = budget.reserve(request.cost ?? 1);
  let token: string;
  let answered: () => void;
  try {
    token = await parts.token.current();
    answered = await pace(parts, request.limits ?? []);
  } catch (error) {
    reservation.cancel();
    throw error;
  }
  let result: Exchange | null = null;
  try {
    result = await wire(request, rules.authorize(token));
  } finally {
    answered();
    reservation.settle(result?.kind === 'answer' ? result.answer : null);
  }
  const meant = meaning(parts, request, result);
  return meant.kind === 'token' ? { kind: 'token', token } : meant;
}

/** Waits until every limit has a slot, and takes them at once. */
async function pace(parts: ClientParts, named: readonly string[]): Promise<() => void> {
  for (;;) {
    const next = parts.pacing.wait(named);
    if (next === null) return parts.pacing.take(named);
    if (next.ms > longestPaceMs && next.limit !== null) throw parts.budget.reached(next.limit, next.ms);
    if (next.answer !== null) await next.answer;
    else await wait(parts, next.ms, `${parts.vendor}: ${next.why}`);
  }
}

type Meaning = Outcome<ClientAnswer> | { readonly kind: 'token' };

function meaning(parts: ClientParts, request: ClientRequest, result: Exchange): Meaning {
  if (result.kind === 'failed') return { kind: 'again', seconds: null, why: result.why, sure: result.sure };
  if (result.kind === 'too-large')
    throw refused(parts, 200, { code: 'too-large', message: 'the answer is larger than 200 MB' });
  const { answer } = result;
  const { status } = answer;
  if ((status >= 200 && status < 300) || request.alsoFine?.includes(status) === true)
    return { kind: 'done', value: answer };
  if (status >= 300 && status < 400)
    throw refused(parts, status, { code: 'redirect', message: 'it leads elsewhere, which is not followed' });
  return judged(parts, answer);
}

function judged(parts: ClientParts, answer: ClientAnswer): Meaning {
  const verdict = parts.rules.judge(answer);
  switch (verdict.kind) {
    case 'wait':
      return { ...verdict, kind: 'again' };
    case 'token':
      return verdict;
    case 'spent':
      throw parts.budget.spent(verdict.resetsAt);
    case 'forbidden':
      throw parts.refusals.make('connection.forbidden', { vendor: parts.vendor, missing: verdict.missing });
    case 'refused':
      throw refused(parts, answer.status, verdict);
  }
}

interface VendorWords {
  readonly code: string;
  readonly message: string;
}

function refused({ vendor, refusals }: ClientParts, status: number, words: VendorWords): BestfitError {
  const { code, message } = words;
  return refusals.make('connection.refused', { vendor, status, code, message });
}
