import { useEffect, useMemo, useState } from 'react';
import type { OpenedPage, Profile } from '../../../api/generated/types.gen.ts';
import { useWorkspace } from '../../../shared/api/index.ts';
import { back, begin, forth, type History, step } from './history.ts';
import { keepDraft, readDraft } from './kept-draft.ts';

/** Changes the page by a function of what it is. */
export type Edit = (change: (profile: Profile) => Profile) => void;

/** A page that is being edited. */
export interface Draft {
  readonly profile: Profile;
  /** The version that the edit was made from. */
  readonly base: number;
  readonly isEdited: boolean;
  /** Somebody kept another version meanwhile. */
  readonly isOvertaken: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly edit: Edit;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Forgets the edit: the page is the newest version again. */
  readonly discard: () => void;
  /** The edit was kept as this version. */
  readonly markSaved: (version: number) => void;
  /** Puts the edit onto the newest version, whatever that says. */
  readonly rebase: () => void;
}

interface State {
  readonly name: string;
  readonly base: number;
  readonly saved: Profile;
  readonly history: History<Profile>;
}

/** The edit of a page, kept in this browser until it is saved or dropped. */
export function useDraft(page: OpenedPage): Draft {
  const workspace = useWorkspace().name;
  const [state, setState] = useState<State>(() => opened(page, workspace));
  const { name, base, saved, history } = state;
  const isEdited = useMemo(() => !isSame(history.now, saved), [history.now, saved]);
  const isOther = name !== page.name || (!isEdited && page.version > base);
  if (isOther) setState(opened(page, workspace));
  const key = `${workspace}.${name}`;
  useEffect(() => {
    keepDraft(key, isEdited ? { base, profile: history.now } : null);
  }, [key, base, history.now, isEdited]);
  const move = (to: (history: History<Profile>) => History<Profile>) =>
    setState((last) => ({ ...last, history: to(last.history) }));
  return {
    profile: history.now,
    base,
    isEdited,
    isOvertaken: isEdited && page.newest > base,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit: (change) => move((last) => step(last, change(last.now))),
    undo: () => move(back),
    redo: () => move(forth),
    discard: () => {
      keepDraft(key, null);
      setState(begun(page));
    },
    markSaved: (version) => setState((last) => ({ ...last, base: version, saved: last.history.now })),
    rebase: () => setState((last) => ({ ...last, base: page.newest, saved: page.profile })),
  };
}

function begun(page: OpenedPage): State {
  return { name: page.name, base: page.version, saved: page.profile, history: begin(page.profile) };
}

/** The page as it is, or the edit of it that this browser kept. */
function opened(page: OpenedPage, workspace: string): State {
  const kept = readDraft(`${workspace}.${page.name}`);
  const state = begun(page);
  if (kept === null || kept.base > page.version || isSame(kept.profile, page.profile)) return state;
  return { ...state, base: kept.base, history: step(state.history, kept.profile) };
}

function isSame(one: Profile, other: Profile): boolean {
  return JSON.stringify({ ...one, status: '' }) === JSON.stringify({ ...other, status: '' });
}
