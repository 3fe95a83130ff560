import { defineError } from './define-errors.ts';

/** Faults of the product itself or of what it runs on. */
export const systemErrors = {
  'system.internal': defineError<{ what: string }>({
    message: ({ what }) => `Something in Bestfit broke: ${what}.`,
    remedy: () => 'Nothing was changed. Please report it with the command you ran.',
    status: 500,
    exit: 1,
  }),
  'system.query-failed': defineError<{ engine: string; reason: string; sql: string }>({
    message: ({ engine, reason }) => `${engine} refused a query: ${reason}`,
    remedy: () => 'Nothing was changed. Please report it with the command you ran.',
    status: 500,
    exit: 1,
  }),
  'system.not-supported': defineError<{ engine: string; feature: string }>({
    message: ({ engine, feature }) => `${engine} cannot do ${feature}.`,
    remedy: () => 'Use another engine for this step.',
    status: 501,
    exit: 1,
  }),
} as const;
