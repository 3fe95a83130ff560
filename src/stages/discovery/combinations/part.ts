import { chooseSide, otherSide, type Side } from '../choose-side.ts';
import type { Finding } from '../round.ts';
import type { Sample } from '../sample.ts';
import type { CandidateField } from '../types.ts';
import { verdictOf } from '../verdict-of.ts';

/** One condition of a combination. */
export interface Part extends Side {
  readonly field: number;
  /** Looks that finding it was worth. */
  readonly looks: number;
  /** The side that is put into words where the field is told by itself. */
  readonly told: Side;
  readonly supported: boolean;
}

const MOST = 16;
const FEWEST = 2;
/** Records that each part needs, so that the others can be taken out of the scores. */
const RECORDS_EACH = 10;

/**
 * The fields that stand out, supported or suggestive, the strongest of them, in their order: only these are combined (strong heredity:
 * Chipman 1996). Which they are hangs on sums over single conditions, and a combination is tested on what those sums
 * leave unexplained, so that choosing them does not make the test of their combinations too easy.
 */
export function standingOut(
  findings: readonly Finding[],
  { independent, fields }: Sample,
): readonly Finding[] {
  const strongest = new Map<string, Finding>();
  for (const finding of findings) {
    const trait = traitKey(fields[finding.found.column.field]!);
    if (verdictOf(finding, true) === 'none') continue;
    if (finding.q < (strongest.get(trait)?.q ?? 2)) strongest.set(trait, finding);
  }
  const most = Math.min(MOST, Math.max(FEWEST, Math.floor(independent / RECORDS_EACH)));
  const chosen = [...strongest.values()].sort((a, b) => a.q - b.q).slice(0, most);
  return chosen.sort((a, b) => a.found.column.field - b.found.column.field);
}

/** What a field tells of: a field and one that groups its values tell of the same. */
export function traitKey({ id, groups }: CandidateField): string {
  return groups ?? id;
}

/** The side of each finding whose scores lie above (1) or below (-1) the others, where it has one. */
export function partsFacing(findings: readonly Finding[], sign: 1 | -1): readonly Part[] {
  return findings.flatMap((finding): Part[] => {
    const { column } = finding.found;
    const told = chooseSide(column, finding.found);
    const facing = told.sign === sign ? told : otherSide(column, told);
    if (facing === null) return [];
    const supported = verdictOf(finding, true) === 'supported';
    return [{ ...facing, field: column.field, looks: finding.looks, told, supported }];
  });
}
