import type { ChosenPatterns } from './choose-patterns.ts';
import { inLayers } from './in-layers.ts';
import { patternLine } from './pattern-line.ts';
import { pointedLines } from './rubric-lines.ts';
import type { DraftInput, EvidenceLine, FitLine, TimingLine } from './types.ts';

/** The scored and unscored lines of a draft. */
export interface DraftLines {
  readonly fit: readonly FitLine[];
  readonly timing: readonly TimingLine[];
  readonly evidenceOnly: readonly EvidenceLine[];
}

/** Turns the chosen patterns into lines, with the points of the rubric. */
export function draftLines(chosen: ChosenPatterns, input: DraftInput): DraftLines {
  const lines = pointedLines(chosen, input.fields).map(({ pattern, points }) =>
    patternLine(pattern, points, input),
  );
  return {
    fit: inLayers(lines.flatMap((each) => (each.place === 'fit' ? [each.line] : []))),
    timing: lines.flatMap((each) => (each.place === 'timing' ? [each.line] : [])),
    evidenceOnly: inLayers(lines.flatMap((each) => (each.place === 'evidence' ? [each.line] : []))),
  };
}
