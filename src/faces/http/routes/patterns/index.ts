import type { Route } from '../../types.ts';
import { addPattern } from './add-pattern.ts';
import { getBeliefChoices } from './get-belief-choices.ts';
import { getPattern } from './get-pattern.ts';
import { getPatterns } from './get-patterns.ts';
import { postBelief } from './post-belief.ts';
import { undoLine } from './undo-line.ts';

/** What the best share, who stands behind it, and how it comes onto the page. */
export const patternRoutes: readonly Route[] = [
  getPatterns,
  getPattern,
  addPattern,
  undoLine,
  getBeliefChoices,
  postBelief,
];
