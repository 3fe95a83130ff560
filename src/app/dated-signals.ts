import { column, parquet, select } from '../base/sql/index.ts';
import { type DatedSignals, datedSignalsQuery, readDatedSignals } from '../stages/signals/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** The signals of these kinds on the days on which a dated import was compared with the one before. */
export async function datedSignals(
  workspace: Workspace,
  data: CurrentData,
  kinds: readonly string[],
): Promise<readonly DatedSignals[]> {
  const changes = data.commit.sources.flatMap(({ dated }) => dated?.signals.changes ?? []);
  const columns = { kind: 'text', about: 'text', observed_on: 'date', source: 'text' } as const;
  const signals = canonicalRelation(data, 'signals', columns);
  if (changes.length === 0 || kinds.length === 0 || signals === null) return [];
  const compared = await workspace.engine.rows(
    select({
      columns: [column('observed_on')],
      distinct: true,
      from: parquet(changes.map((ref) => workspace.store.filePath(ref))),
    }),
  );
  const days = compared.map((row) => String(row.observed_on));
  const rows = await workspace.engine.rows(datedSignalsQuery(signals, { kinds, days }));
  return rows.map(readDatedSignals);
}
