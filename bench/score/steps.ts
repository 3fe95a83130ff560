import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { countTiers } from '../../src/app/count-tiers.ts';
import { conditionSources, currentCard } from '../../src/app/current-card.ts';
import { type CurrentData, currentData } from '../../src/app/current-data.ts';
import type { ExportFormat } from '../../src/app/export-file.ts';
import { exportList } from '../../src/app/export-list.ts';
import { listAccounts } from '../../src/app/list-accounts.ts';
import { populationOf } from '../../src/app/population.ts';
import { scoreAccounts } from '../../src/app/score-accounts.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { column, select, subquery } from '../../src/base/sql/index.ts';
import { listedColumns, listQuery } from '../../src/stages/list/index.ts';
import { scoreQuery, tallyQuery } from '../../src/stages/scorecard/index.ts';
import { handRanked, handTally, handTallyFull, type UniverseFiles } from './hand-written.ts';
import { universeDay } from './universe.ts';

const pages = { account: 'On account columns', full: 'With tools and signals' } as const;
const request = (page: keyof typeof pages) => ({
  profile: pages[page],
  version: null,
  asOf: universeDay,
  include: [],
  at: `${universeDay}T08:00:00.000Z`,
  onProgress: () => {},
});

const accountColumns = [
  'country',
  'industry',
  'employees_low',
  'employees_high',
  'revenue',
  'founded',
  'locations',
  'region',
  'ownership',
  'sells_online',
  'last_round',
];

function filesOf({ store }: Workspace, { commit }: CurrentData): UniverseFiles {
  const path = (table: keyof UniverseFiles) => store.filePath(commit.snapshot.tables[table]!);
  return {
    accounts: path('accounts'),
    technologies: path('technologies'),
    signals: path('signals'),
    coverage: path('coverage'),
    customers: path('customers'),
  };
}

/** Runs one statement of one's own with the settings of the product's engine. */
async function byHand(workspace: Workspace, sql: (files: UniverseFiles) => string) {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1024MiB',
    temp_directory: join(workspace.store.path, 'data', 'drafts'),
  });
  const connection = await instance.connect();
  const files = filesOf(workspace, await currentData(workspace));
  const measured = await measure(() => connection.runAndReadAll(sql(files)));
  const rows = measured.given.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return { row: rows[0], statement: measured.statement };
}

/** What one statement took: what comes before it (reading the page) is not part of any ratio. */
export interface StatementTimes {
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function measure<T>(
  work: () => Promise<T>,
): Promise<{ readonly given: T; readonly statement: StatementTimes }> {
  const cpu = process.cpuUsage();
  const before = performance.now();
  const given = await work();
  const wallMs = Math.round(performance.now() - before);
  const { user, system } = process.cpuUsage(cpu);
  return { given, statement: { cpuMs: Math.round((user + system) / 1000), wallMs } };
}

const scan = (fn: string, columns: readonly string[], file: string) =>
  `SELECT ${columns.map((name, i) => `${fn}(${name}) AS c${i}`).join(', ')} FROM '${file}'`;
const scanAll = (fn: string) => (files: UniverseFiles) =>
  `SELECT * FROM (${scan(fn, ['account_id', ...accountColumns], files.accounts)}),
    (${scan(fn, ['account_id', 'technology', 'category', 'first_seen'], files.technologies)}),
    (${scan(fn, ['account_id', 'kind', 'about', 'observed_on', 'strength'], files.signals)}),
    (${scan(fn, ['account_id', 'scope', 'checked_on'], files.coverage)})`;

const scratch = (workspace: Workspace, name: string) => join(workspace.store.path, name);

async function tally(workspace: Workspace, page: keyof typeof pages) {
  const data = await currentData(workspace);
  const { card } = await currentCard(workspace, data, request(page));
  const { accounts } =
    page === 'full'
      ? await populationOf(workspace, data, request(page))
      : {
          accounts: select({
            columns: accountColumns.concat('exports').map((name) => column(name)),
            from: data.tables.accounts!,
          }),
        };
  const query = tallyQuery(card, conditionSources(data, subquery(accounts, 'a')));
  const { given, statement } = await measure(() => workspace.engine.rows(query));
  return { row: given[0], statement };
}

async function ranked(workspace: Workspace) {
  const data = await currentData(workspace);
  const { card } = await currentCard(workspace, data, request('full'));
  const { accounts } = await populationOf(workspace, data, request('full'));
  const sources = conditionSources(data, subquery(accounts, 'a'));
  const path = scratch(workspace, 'ranked.parquet');
  const query = listQuery(card, scoreQuery(card, sources, listedColumns), null);
  const { given, statement } = await measure(() =>
    workspace.engine.copy(query, { format: 'parquet', path, anyOrder: true }),
  );
  rmSync(path);
  return { row: given, statement };
}

const list = (offset: number) => async (workspace: Workspace) => {
  const { list: rows, matching } = await listAccounts(workspace, {
    ...request('full'),
    limit: 20,
    offset,
    ranked: true,
  });
  return { rows: rows.length, matching, first: rows[0]?.rank };
};

const exported = (format: ExportFormat) => async (workspace: Workspace) => {
  const to = scratch(workspace, `list.${format}`);
  const { rows } = await exportList(workspace, { ...request('full'), to, format, force: true });
  rmSync(to);
  return { rows };
};

/** Steps by name, each over a workspace of so many accounts. */
export type Steps = Readonly<Record<string, (workspace: Workspace, accounts: number) => Promise<unknown>>>;

/** Statements on account columns; each step runs in a process of its own. */
export const tallySteps: Steps = {
  'scan, columns counted': (ws) =>
    byHand(ws, (files) => scan('count', [...accountColumns, 'exports'], files.accounts)),
  'scan, values touched': (ws) =>
    byHand(ws, (files) => scan('max', [...accountColumns, 'exports'], files.accounts)),
  'tier counts': (ws) => tally(ws, 'account'),
  'tier counts by hand': (ws) => byHand(ws, (files) => handTally(files.accounts)),
};

/** Statements that join tools and signals or write the whole table. */
export const joinSteps: Steps = {
  'scan of all tables, counted': (ws) => byHand(ws, scanAll('count')),
  'tier counts with tools and signals': (ws) => tally(ws, 'full'),
  'tier counts with tools and signals by hand': (ws) => byHand(ws, handTallyFull),
  'ranked table written': ranked,
  'ranked table written by hand': async (ws) => {
    const path = scratch(ws, 'hand.parquet');
    const row = await byHand(
      ws,
      (files) => `COPY (${handRanked(files)}) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    rmSync(path);
    return row;
  },
};

/** The step that the steps after it read from. */
export const scoreStep = 'bestfit score';

/** Whole commands, in the order in which a person gives them. */
export const commandSteps: Steps = {
  'bestfit score --counts': async (ws) => (await countTiers(ws, request('full'))).tiers,
  [scoreStep]: async (ws) => (await scoreAccounts(ws, request('full'))).result.tiers,
  'bestfit list': list(0),
  'bestfit list, a deep page': (ws, accounts) => list(Math.floor(accounts / 2))(ws),
  'bestfit export parquet': exported('parquet'),
  'bestfit export csv': exported('csv'),
  'bestfit export json': exported('json'),
};
