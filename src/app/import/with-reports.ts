import type { SourceState } from '../../stages/dataset/index.ts';
import type { MergedTables } from './merge-sources.ts';

/** The sources with what putting them together found: how they joined, where they disagree, and what they list without a deal. */
export function withReports(
  sources: readonly SourceState[],
  { joins, absences, disagreements }: Pick<MergedTables, 'joins' | 'absences' | 'disagreements'>,
): readonly SourceState[] {
  return sources.map((source) => ({
    ...source,
    joins: joins.get(source.name) ?? [],
    disagreements: disagreements.filter(({ sources: [first] }) => first === source.name),
    absence: absences.get(source.name) ?? null,
  }));
}
