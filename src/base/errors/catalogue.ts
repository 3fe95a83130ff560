import { connectionErrors } from './connection-errors.ts';
import { httpErrors } from './http-errors.ts';
import { inputErrors } from './input-errors.ts';
import { jobErrors } from './job-errors.ts';
import { profileErrors } from './profile-errors.ts';
import { scorecardErrors } from './scorecard-errors.ts';
import { storeErrors } from './store-errors.ts';
import { systemErrors } from './system-errors.ts';
import { usageErrors } from './usage-errors.ts';

/** Every error code of the product, once. docs/errors.md lists the same codes; a test holds the two equal. */
export const catalogue = {
  ...connectionErrors,
  ...httpErrors,
  ...inputErrors,
  ...jobErrors,
  ...profileErrors,
  ...scorecardErrors,
  ...storeErrors,
  ...systemErrors,
  ...usageErrors,
} as const;

export type { ErrorDefinition } from './define-errors.ts';

/** The code of an error: stable, to be matched by programs. */
export type ErrorCode = keyof typeof catalogue;

/** The parameters that an error code asks for. */
export type ErrorParams<C extends ErrorCode> = Parameters<(typeof catalogue)[C]['message']>[0];
