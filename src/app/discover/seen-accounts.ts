import { column, isIn, type SqlRelation, select, subquery } from '../../base/sql/index.ts';
import type { Snapshot } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { tablesOf } from '../tables.ts';
import type { Workspace } from '../workspace.ts';

/** Ids of the accounts whose results a discovery had looked at when something was said. */
export type SeenAccounts = (saidOn: string) => Promise<ReadonlySet<string>>;

/**
 * Finds which accounts had already been compared at a moment: customers, and accounts with a closed deal, of every
 * snapshot that a discovery ran on before it. A belief said after a look is not tested on what was looked at, else it
 * only repeats it: of the strongest patterns of noise among 24 customers, half were "supported" as beliefs once 6 more
 * had come (bench/discovery-small.ts).
 */
export async function seenAccounts(workspace: Workspace, data: CurrentData): Promise<SeenAccounts> {
  const looks = await looksAt(workspace, data);
  const read = new Map<string, Promise<readonly string[]>>();
  return async (saidOn) => {
    const before = looks.filter(({ at }) => at < saidOn);
    const ids = await Promise.all(
      before.map(({ snapshot }) => {
        const key = [snapshot.tables.customers?.file, snapshot.tables.deals?.file].join();
        const found = read.get(key) ?? comparedAccounts(workspace, snapshot);
        read.set(key, found);
        return found;
      }),
    );
    return new Set(ids.flat());
  };
}

/** A snapshot that a discovery looked at, and when it first did. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly at: string;
}

/** The first discovery on each snapshot from the current one back to the first, newest first. */
export async function looksAt(
  { store }: Workspace,
  data: Pick<CurrentData, 'commit'>,
): Promise<readonly Look[]> {
  const snapshots = [data.commit, ...(await store.commits())].map(({ snapshot }) => snapshot);
  const unique = [...new Map(snapshots.map((snapshot) => [snapshot.id, snapshot])).values()];
  const looks = await Promise.all(
    unique.map(async (snapshot) => {
      const first = (await store.runs('discover', { snapshot: snapshot.id })).at(-1);
      return first === undefined ? [] : [{ snapshot, at: first.at }];
    }),
  );
  return looks.flat().toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

async function comparedAccounts(workspace: Workspace, snapshot: Snapshot): Promise<readonly string[]> {
  const { customers, deals } = tablesOf(workspace, snapshot);
  const ids = [column('account_id')];
  const relations = [customers, deals === undefined ? undefined : closed(snapshot, deals)];
  const queries = relations.flatMap((from) =>
    from === undefined ? [] : [select({ columns: ids, from, groupBy: ids })],
  );
  const rows = await Promise.all(queries.map((query) => workspace.engine.rows(query)));
  return rows.flat().flatMap(({ account_id: id }) => (id === null ? [] : [String(id)]));
}

function closed({ fields }: Snapshot, deals: SqlRelation): SqlRelation {
  const hasOutcome = fields.some(({ table, name }) => table === 'deals' && name === 'outcome');
  return hasOutcome
    ? subquery(
        select({
          columns: [column('account_id')],
          from: deals,
          where: isIn(column('outcome'), ['won', 'lost']),
        }),
        'closed',
      )
    : deals;
}
