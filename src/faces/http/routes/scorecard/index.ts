import type { Route } from '../../types.ts';
import { cutTiers } from './cut-tiers.ts';
import { getLearned } from './get-learned.ts';
import { getUnknowns } from './get-unknowns.ts';

/** Points: learned, held against units not seen, and what is unknown. */
export const scorecardRoutes: readonly Route[] = [getLearned, getUnknowns, cutTiers];
