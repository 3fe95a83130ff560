import { useMemo, useReducer } from 'react';
import type { OutcomeVectors } from '../../../../../src/stages/scorecard/outcomes/index.ts';
import type { AccountList } from '../../../api/generated/types.gen.ts';
import { carryOver, isSame, type Preview, previewsOf, type Tuning } from '../card/preview.ts';

/** Points and tiers that are tried, and what they come to. */
export interface TuningHandle {
  readonly before: Tuning;
  readonly after: Tuning;
  readonly isEdited: boolean;
  /** Null until the outcomes of the accounts are there. */
  readonly preview: Preview | null;
  readonly change: (change: Partial<Tuning>) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly revert: () => void;
}

interface Trail {
  /** The version of the page that was changed, and its points and tiers. */
  readonly of: string;
  readonly before: Tuning;
  readonly past: readonly Tuning[];
  /** Null: as on the page. */
  readonly now: Tuning | null;
  readonly future: readonly Tuning[];
}

type Step = 'undo' | 'redo' | 'revert' | { readonly to: Tuning };

interface Taken {
  readonly of: string;
  readonly before: Tuning;
  readonly step: Step;
}

const mostPast = 200;

/** Tries other points and tiers on the card of the list; nothing is kept until it is saved. */
export function useTuning(list: AccountList, vectors: OutcomeVectors | null): TuningHandle {
  const before = useMemo<Tuning>(
    () => ({ points: list.lines.fit.map(({ points }) => points), cuts: list.tiers }),
    [list.lines.fit, list.tiers],
  );
  const of = `${list.profile.name} ${list.profile.version}`;
  const [kept, take] = useReducer(walk, { of, before }, startTrail);
  const trail = trailOn(kept, { of, before });
  const after = trail.now ?? before;
  const tryOut = useMemo(
    () => (vectors?.lines === before.points.length ? previewsOf(vectors, before) : null),
    [vectors, before],
  );
  const preview = useMemo(
    () => (after.points.length === before.points.length ? (tryOut?.(after) ?? null) : null),
    [tryOut, before, after],
  );
  const step = (taken: Step) => take({ of, before, step: taken });
  return {
    before,
    after,
    isEdited: !isSame(before, after),
    preview,
    change: (change) => step({ to: { ...after, ...change } }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    canUndo: trail.past.length > 0,
    canRedo: trail.future.length > 0,
    revert: () => step('revert'),
  };
}

function startTrail({ of, before }: Pick<Trail, 'of' | 'before'>): Trail {
  return { of, before, past: [], now: null, future: [] };
}

/** On another version of the page, saved here or by somebody else, what was changed stays changed, and nothing else. */
function trailOn(kept: Trail, { of, before }: Pick<Trail, 'of' | 'before'>): Trail {
  if (kept.of === of) return kept;
  const start = startTrail({ of, before });
  if (kept.now === null || kept.now.points.length !== before.points.length) return start;
  const now = carryOver(kept.before, kept.now, before);
  return isSame(now, before) ? start : { ...start, now };
}

function walk(kept: Trail, { of, before, step }: Taken): Trail {
  const trail = trailOn(kept, { of, before });
  const now = trail.now ?? before;
  if (step === 'undo') {
    const last = trail.past.at(-1);
    if (last === undefined) return trail;
    return { ...trail, past: trail.past.slice(0, -1), now: last, future: [now, ...trail.future] };
  }
  if (step === 'redo') {
    const [next, ...future] = trail.future;
    return next === undefined ? trail : { ...trail, past: [...trail.past, now], now: next, future };
  }
  const to = step === 'revert' ? before : step.to;
  if (isSame(now, to)) return trail;
  return { ...trail, past: [...trail.past, now].slice(-mostPast), now: to, future: [] };
}
