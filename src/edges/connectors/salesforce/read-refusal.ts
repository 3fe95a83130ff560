import { BestfitError } from '../../../base/errors/index.ts';
import type { ClientAnswer } from '../client/index.ts';

/** What a refusal of Salesforce says: the first of its list, or the two words of the token's address. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Reads a refusal: `[{ errorCode, message }]`, or `{ error, error_description }` where tokens are made. */
export function readRefusal({ status, body }: Pick<ClientAnswer, 'status' | 'body'>): Refusal {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first !== 'object' || first === null)
    return { code: `HTTP_${status}`, message: `status ${status}` };
  const { errorCode, message, error, error_description: description } = first as Record<string, unknown>;
  const code = textOr(errorCode, textOr(error, `HTTP_${status}`));
  return { code, message: textOr(message, textOr(description, code)) };
}

/** Whether an error is a plain no: the request was refused, or the user lacks a right. */
export function isRefusal(error: unknown): error is BestfitError {
  if (!(error instanceof BestfitError)) return false;
  return error.code === 'connection.refused' || error.code === 'connection.forbidden';
}

/** Whether an error is Salesforce's refusal with one of these codes. */
export function isRefusedFor(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof BestfitError) || error.code !== 'connection.refused') return false;
  return codes.includes((error as BestfitError<'connection.refused'>).params.code);
}

function textOr(value: unknown, other: string): string {
  return typeof value === 'string' && value !== '' ? value : other;
}
