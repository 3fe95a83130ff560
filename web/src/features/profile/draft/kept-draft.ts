import type { Profile } from '../../../api/generated/types.gen.ts';

/** An edit that is not saved yet, and the version it was made from. */
export interface KeptDraft {
  readonly base: number;
  readonly profile: Profile;
}

const keyOf = (name: string) => `bestfit.page.${name}`;

/** The edit that this browser keeps of a page; null when there is none. */
export function readDraft(name: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? null : (JSON.parse(text) as KeptDraft);
  } catch {
    return null;
  }
}

/** Keeps an edit so that neither a reload nor a lost connection loses it; null forgets it. */
export function keepDraft(name: string, draft: KeptDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still edits.
  }
}
