import { BestfitError, type ErrorCode, type ErrorParams } from '../../../base/errors/index.ts';
import type { Redactor } from './redactor.ts';

/** Longest text of a vendor that is shown. */
const mostLetters = 500;

/** Refusals of a connection: whatever a vendor said in them is shortened and holds no secret, nor does a cause. */
export interface Refusals {
  readonly make: <C extends ErrorCode>(code: C, params: ErrorParams<C>) => BestfitError<C>;
}

/** Makes refusals through a redactor. */
export function createRefusals({ redact }: Redactor): Refusals {
  const shown = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const text = redact(value);
    return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
  };
  return {
    make: <C extends ErrorCode>(code: C, params: ErrorParams<C>) => {
      const entries = Object.entries(params).map(([name, value]) => [name, shown(value)]);
      return new BestfitError(code, Object.fromEntries(entries) as ErrorParams<C>);
    },
  };
}
