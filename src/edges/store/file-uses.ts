import type { SourceState, TableRef } from '../../stages/dataset/index.ts';
import type { NewCommit } from './types.ts';

/** One file of a commit, with what it is to a person. */
export interface FileUse {
  readonly ref: TableRef;
  /** Table of its rows, or what else it holds: `lookup`, `rates`, `quarantine`. */
  readonly table: string;
  /** The files that its rows come from; null where rows of all sources are in it. */
  readonly source: string | null;
}

/** Every file that a commit needs: its tables, the parts of its sources, and the rows set aside. */
export function usesOfCommit({
  snapshot,
  sources,
  quarantine,
}: Pick<NewCommit, 'snapshot' | 'sources' | 'quarantine'>): readonly FileUse[] {
  const tables = Object.entries(snapshot.tables).map(([table, ref]) => {
    const from = sources.filter(({ parts }) => table in parts).map(({ name }) => name);
    return { ref, table, source: from.length === 0 ? null : from.join(', ') };
  });
  const aside = quarantine === null ? [] : [{ ref: quarantine, table: 'quarantine', source: null }];
  return [...tables, ...sources.flatMap(usesOfSource), ...aside];
}

function usesOfSource(source: SourceState): readonly FileUse[] {
  const others: readonly (readonly [string, TableRef | null])[] = [
    ['lookup', source.lookup],
    ['rates', source.rates?.table ?? null],
    ...datedFiles(source),
  ];
  return [...Object.entries(source.parts), ...others].flatMap(([table, ref]) =>
    ref === null ? [] : [{ ref, table, source: source.name }],
  );
}

function datedFiles({ dated }: SourceState): readonly (readonly [string, TableRef | null])[] {
  if (dated === undefined) return [];
  const states = [{ parts: {}, signals: dated.signals }, ...dated.earlier];
  return states.flatMap(({ parts, signals }) => [
    ...Object.entries(parts),
    ['signals', signals.listed?.ref ?? null] as const,
    ['signals', signals.gone?.ref ?? null] as const,
    ['signals', signals.changes] as const,
  ]);
}
