import type { Route } from '../../types.ts';
import { checkPage } from './check-page.ts';
import { getBreadth } from './get-breadth.ts';
import { getPageChanges } from './get-changes.ts';
import { getProfile } from './get-profile.ts';
import { getVersions } from './get-versions.ts';
import { getVocabulary } from './get-vocabulary.ts';
import { newPage } from './new-page.ts';
import { publishPage } from './publish-page.ts';
import { savePage } from './save-page.ts';
import { signPage } from './sign-page.ts';

/** The page: to read, to edit, to compare, to publish and to sign. */
export const profileRoutes: readonly Route[] = [
  getProfile,
  getVersions,
  getPageChanges,
  getBreadth,
  getVocabulary,
  checkPage,
  savePage,
  publishPage,
  signPage,
  newPage,
];
