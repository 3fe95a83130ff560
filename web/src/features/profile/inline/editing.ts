import { createContext, useContext } from 'react';
import type { Edit } from '../draft/use-draft.ts';

/** A line or figure whose editor is open; one behind the last is a new one. */
export interface EditTarget {
  readonly part: 'market' | 'fit' | 'timing' | 'anti' | 'budget' | 'tiers';
  readonly at: number;
}

/** How the page is edited where it stands. */
export interface Editing {
  readonly edit: Edit;
  readonly open: (target: EditTarget) => void;
}

/** Null where the page is only read: on paper, and in an earlier version. */
export const EditingContext = createContext<Editing | null>(null);

/** The way to edit, or null. */
export function useEditing(): Editing | null {
  return useContext(EditingContext);
}
