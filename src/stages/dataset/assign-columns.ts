import type { CanonicalField } from './canonical-field.ts';
import { canonicalField } from './canonical-tables.ts';
import type { ColumnProfile } from './column-profile.ts';
import { fitContent, isMisdated, isUnreadable } from './fit-content.ts';
import { matchHeader } from './match-header.ts';
import { readHeader } from './read-header.ts';
import type { FileKind } from './types.ts';

/** From this confidence on a guess is taken (design, section 3). */
export const enoughConfidence = 0.8;

const worthAsking = 0.45;
/** From this score on a header names the field by itself, whatever stands below it. */
const sureHeader = 0.95;
const outcomeByContent = 0.9;
const stageAsOutcome = 0.92;
const stageBesideOutcome = 0.9;

/** One column with its best guess, taken or not. */
export interface Assignment {
  readonly profile: ColumnProfile;
  /** The canonical field it fills; null when none is sure enough or the field is taken. */
  readonly field: CanonicalField | null;
  /** The best field that is not sure enough; null when none comes near. */
  readonly perhaps: CanonicalField | null;
  readonly confidence: number;
  /** True when the header is a common word that only the kind of file gives its meaning. */
  readonly common: boolean;
  /** The header of the column that took the field. */
  readonly takenBy: string | null;
}

interface Candidate {
  readonly column: number;
  readonly field: CanonicalField;
  readonly confidence: number;
  /** True when the header names the field for certain but its values cannot be read so. */
  readonly unreadable: boolean;
  readonly common: boolean;
}

/**
 * Gives each column of a file of one kind the canonical field that header and content speak for; two columns never
 * fill one field, the better keeps it. `claimed` are fields (`table.name`) that are given away already.
 */
export function assignColumns(
  profiles: readonly ColumnProfile[],
  as: Exclude<FileKind, 'lookup'>,
  claimed: ReadonlySet<string>,
): readonly Assignment[] {
  const candidates = profiles.flatMap((profile, column) => candidatesOf(profile, column, as));
  const ranked = withoutHalfFlags(candidates)
    .filter(({ field }) => !claimed.has(idOf(field)))
    .sort(
      (a, b) => b.confidence - a.confidence || fill(profiles, b) - fill(profiles, a) || a.column - b.column,
    );
  const byField = new Map<string, Candidate>();
  const byColumn = new Map<number, Candidate>();
  for (const candidate of ranked) {
    if (candidate.confidence < enoughConfidence || byColumn.has(candidate.column)) continue;
    if (byField.has(idOf(candidate.field))) continue;
    byField.set(idOf(candidate.field), candidate);
    byColumn.set(candidate.column, candidate);
  }
  return profiles.map((profile, column) => {
    const taken = byColumn.get(column);
    if (taken !== undefined) return { ...taken, profile, perhaps: null, takenBy: null };
    const near = ranked.find(
      (candidate) =>
        candidate.column === column && (candidate.confidence >= worthAsking || candidate.unreadable),
    );
    const winner = near === undefined ? undefined : byField.get(idOf(near.field));
    return {
      profile,
      field: null,
      perhaps: winner === undefined ? (near?.field ?? null) : null,
      confidence: near?.confidence ?? 0,
      common: near?.common ?? false,
      takenBy: winner === undefined ? null : (profiles[winner.column]?.header ?? null),
    };
  });
}

/** Whether a deal is won says nothing of those that are not, unless it also stands whether they are closed. */
function withoutHalfFlags(candidates: readonly Candidate[]): readonly Candidate[] {
  const flags = ['deals.is_won', 'deals.is_closed'];
  const sure = new Set(
    candidates.filter((each) => each.confidence >= enoughConfidence).map(({ field }) => idOf(field)),
  );
  if (flags.every((flag) => sure.has(flag))) return candidates;
  return candidates.filter(({ field }) => !flags.includes(idOf(field)));
}

function candidatesOf(
  profile: ColumnProfile,
  column: number,
  as: Exclude<FileKind, 'lookup'>,
): readonly Candidate[] {
  const matches = matchHeader(readHeader(profile.header), as);
  const found = matches.map(({ field, score, common }) => ({
    column,
    field,
    confidence: score * fitContent(field, profile, as),
    unreadable: score >= sureHeader && (common ? isMisdated : isUnreadable)(field, profile),
    common,
  }));
  return as === 'deals' ? withOutcome(found, profile, column) : found;
}

/** A stage or status with wins and losses says how deals ended, whatever its header. */
function withOutcome(
  found: readonly Candidate[],
  profile: ColumnProfile,
  column: number,
): readonly Candidate[] {
  const field = canonicalField('deals', 'outcome');
  const { outcomes, shares } = profile;
  if (field === null || outcomes.won === 0 || outcomes.lost === 0) return found;
  if (found.some((each) => each.field === field))
    return found.map((each) => (each.field === field ? { ...each, common: false } : each));
  const staged = found.some((each) => each.field.name === 'stage');
  if (!staged && shares.outcome < 0.95) return found;
  const others = found.map((each) => ({
    ...each,
    confidence: Math.min(each.confidence, stageBesideOutcome),
  }));
  return [
    {
      column,
      field,
      confidence: staged ? stageAsOutcome : outcomeByContent,
      unreadable: false,
      common: false,
    },
    ...others,
  ];
}

function idOf({ table, name }: CanonicalField): string {
  return `${table}.${name}`;
}

function fill(profiles: readonly ColumnProfile[], { column }: Candidate): number {
  return profiles[column]?.filled ?? 0;
}
