import type { LearnRequest } from './types.ts';

/** What a request says of the card where nobody asked for anything. */
export const nothingAsked = {
  most: null,
  style: 'signed',
  keep: [],
  forbid: [],
  positive: [],
  negative: [],
  eachLayer: false,
  universe: null,
  save: null,
} as const satisfies Partial<LearnRequest>;
