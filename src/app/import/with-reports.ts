import type { SourceState } from '../../stages/dataset/index.ts';
import type { MergedTables } from './merge-sources.ts';

/** The sources with what putting them together found: how they joined, and what they list without a deal. */
export function withReports(
  sources: readonly SourceState[],
  { joins, absences }: Pick<MergedTables, 'joins' | 'absences'>,
): readonly SourceState[] {
  return sources.map((source) => ({
    ...source,
    joins: joins.get(source.name) ?? [],
    absence: absences.get(source.name) ?? null,
  }));
}
