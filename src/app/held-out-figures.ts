import { subjectsOf } from '../stages/profile/index.ts';
import { heldOutAfter, type PointsFigures } from '../stages/scorecard/outcomes/index.ts';
import { type ValidatedCard, type ValidatedLine, validatedLines } from './validated-card.ts';
import type { Workspace } from './workspace.ts';

/** Points before and after an edit, on which data. */
export interface HeldOutRequest {
  readonly snapshot: string;
  readonly before: readonly ValidatedLine[];
  readonly after: readonly ValidatedLine[];
}

/**
 * What points before and after an edit do on units that cards had not seen. The points need not be those that were validated,
 * as long as a card with these lines was: an edit of an edit is told too. Null where none was.
 */
export async function heldOutFigures(
  workspace: Pick<Workspace, 'store'>,
  { snapshot, before, after }: HeldOutRequest,
): Promise<{ readonly before: PointsFigures; readonly after: PointsFigures } | null> {
  const validated = await validatedLines(workspace, { snapshot, fit: before });
  if (validated === null) return null;
  const learned = withPoints(validated, validated.lines);
  const figuresOf = (lines: readonly ValidatedLine[]) =>
    heldOutAfter(validated.heldOut, { before: learned, after: withPoints(validated, lines) }).after;
  return { before: figuresOf(before), after: figuresOf(after) };
}

/** The lines of a validation with other points; one that is not there has none. */
function withPoints({ lines }: ValidatedCard, wanted: readonly ValidatedLine[]) {
  const points = new Map(wanted.map((line) => [JSON.stringify(line.condition), line.points]));
  return {
    fit: lines.map(({ condition }) => ({
      subject: subjectsOf(condition).join(' + '),
      points: points.get(JSON.stringify(condition)) ?? 0,
    })),
  };
}
