import type { SourceState } from '../../stages/dataset/index.ts';
import type { SourceAbsence } from './types.ts';

/** What the sources of a commit list without a deal that ended, and what people said that means. */
export function absencesOf(sources: readonly SourceState[]): readonly SourceAbsence[] {
  return sources.flatMap(({ name, absent = null, absence = null }) =>
    absence === null ? [] : [{ source: name, means: absent, ...absence }],
  );
}
