import { BestfitError } from '../base/errors/index.ts';
import { asc, call, column, eq, ne, or, type SqlExpr, select, text } from '../base/sql/index.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** An account of the current data, found by id, domain or name. */
export interface FoundAccount {
  readonly accountId: string;
  readonly name: string | null;
  readonly domain: string | null;
}

/**
 * Finds one account by id, else by domain or name (case does not matter; a part of the name will do when it is the only
 * one). Refuses with `account.missing` or, naming the candidates, `account.ambiguous`.
 */
export async function findAccount(
  workspace: Workspace,
  data: CurrentData,
  wanted: string,
): Promise<FoundAccount> {
  const columns = ['name', 'domain'].filter((name) => data.field('accounts', name) !== null);
  const lowered = text(wanted.trim().toLowerCase());
  const lower = (name: string) => call('lower', column(name));
  const byId = await candidates(workspace, data, [eq(column('account_id'), text(wanted.trim()))]);
  if (byId.length === 1) return byId[0]!;
  const exact = await candidates(
    workspace,
    data,
    columns.map((name) => eq(lower(name), lowered)),
  );
  if (exact.length === 1) return exact[0]!;
  const stripped = (name: string) => call('replace', lower(name), lowered, text(''));
  const found =
    exact.length > 1
      ? exact
      : await candidates(
          workspace,
          data,
          columns.map((name) => ne(stripped(name), lower(name))),
        );
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new BestfitError('account.missing', { account: wanted });
  throw new BestfitError('account.ambiguous', {
    account: wanted,
    candidates: found.map(({ accountId, name }) => `${accountId} (${name ?? 'no name'})`),
  });
}

async function candidates(
  workspace: Workspace,
  data: CurrentData,
  ways: readonly SqlExpr[],
): Promise<readonly FoundAccount[]> {
  const from = data.tables.accounts;
  if (from === undefined || ways.length === 0) return [];
  const shown = ['name', 'domain'].filter((name) => data.field('accounts', name) !== null);
  const rows = await workspace.engine.rows(
    select({
      columns: [column('account_id'), ...shown.map((name) => column(name))],
      from,
      where: or(ways),
      orderBy: [asc(column('account_id'))],
      limit: 6,
    }),
  );
  return rows.map((row) => ({
    accountId: String(row.account_id),
    name: (row.name ?? null) as string | null,
    domain: (row.domain ?? null) as string | null,
  }));
}
