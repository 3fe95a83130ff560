import type { Condition, FitLine, Profile, TimingLine } from '../../../api/generated/types.gen.ts';
import { replaceAt } from '../draft/replace-at.ts';
import type { EditTarget } from '../inline/editing.ts';

/** One line of the page while it is edited. */
export type LineForm =
  | { readonly part: 'market'; readonly condition: Condition }
  | ({ readonly part: 'fit' } & FitLine)
  | ({ readonly part: 'timing' } & TimingLine)
  | { readonly part: 'anti'; readonly condition: Condition; readonly because: string };

/** The line at a place; a new one with the first condition where there is none yet. */
export function lineAt(profile: Profile, { part, at }: EditTarget, first: Condition): LineForm {
  if (part === 'market') return { part, condition: profile.market[at] ?? first };
  if (part === 'anti') return { part, ...(profile.anti[at] ?? { condition: first, because: '' }) };
  if (part === 'timing') {
    const made = { condition: first as TimingLine['condition'], points: 3, evidence: null };
    return { part, ...(profile.timing[at] ?? { ...made, halfLife: { count: 60, unit: 'days' } }) };
  }
  const made = { layer: 'firmographic' as const, condition: first, points: 2, evidence: null, note: null };
  return { part: 'fit', ...(profile.fit[at] ?? made) };
}

/** The page with a line put at its place; null takes it out. Evidence of another condition does not stay. */
export function withLine(profile: Profile, { part, at }: EditTarget, form: LineForm | null): Profile {
  if (form === null) return withoutLine(profile, { part, at });
  switch (form.part) {
    case 'market':
      return { ...profile, market: replaceAt(profile.market, at, form.condition) };
    case 'anti': {
      const { part: _, ...line } = form;
      return { ...profile, anti: replaceAt(profile.anti, at, line) };
    }
    case 'timing': {
      const { part: _, ...line } = form;
      return { ...profile, timing: replaceAt(profile.timing, at, withEvidence(line, profile.timing[at])) };
    }
    case 'fit': {
      const { part: _, ...line } = form;
      return { ...profile, fit: replaceAt(profile.fit, at, withEvidence(line, profile.fit[at])) };
    }
  }
}

function withoutLine(profile: Profile, { part, at }: EditTarget): Profile {
  if (part === 'market') return { ...profile, market: replaceAt(profile.market, at, null) };
  if (part === 'anti') return { ...profile, anti: replaceAt(profile.anti, at, null) };
  if (part === 'timing') return { ...profile, timing: replaceAt(profile.timing, at, null) };
  return { ...profile, fit: replaceAt(profile.fit, at, null) };
}

function withEvidence<L extends FitLine | TimingLine>(line: L, before: L | undefined): L {
  const same = JSON.stringify(line.condition) === JSON.stringify(before?.condition);
  return same ? line : { ...line, evidence: null };
}
