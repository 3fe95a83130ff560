import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { describeFields, Scratch, snapshotOf } from '../../src/app/import/index.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import type { FieldKind, Layer, MergedField, TableName, TableRef } from '../../src/stages/dataset/index.ts';

/** The day on which the universe is looked at. */
export const universeDay = '2026-10-01';

type Columns = Readonly<Record<string, readonly [sql: string, kind: FieldKind, layer: Layer]>>;

/** A number from 0 to 1 that depends on the row `i` and on what it is for. */
const draw = (what: string) => `(hash(i, '${what}') % 1000003 / 1000003.0)`;
/** One of n classes, the first the commonest. */
const skewed = (what: string, n: number) => `CAST(floor(${n} * power(${draw(what)}, 1.7)) AS INTEGER)`;
/** The value, unknown for this share of the rows. */
const known = (what: string, unknown: number, sql: string) =>
  `CASE WHEN ${draw(`${what} known`)} >= ${unknown} THEN ${sql} END`;
const dayBack = (what: string, days: number) =>
  `DATE '${universeDay}' - CAST(floor(${days} * ${draw(what)}) AS INTEGER)`;
const exactly = 'least(200000, CAST(exp(1 + 9 * pow('.concat(draw('employees'), ', 1.5)) AS BIGINT))');
const bands = [1, 11, 51, 201, 501, 1001, 5001];
const bandEnd = (end: 'low' | 'high') =>
  `CASE ${bands
    .map(
      (low, i) =>
        `WHEN ${exactly} < ${bands[i + 1] ?? 'inf'} THEN ${end === 'low' ? low : (bands[i + 1] ?? 1) - 1}`,
    )
    .slice(0, -1)
    .join(' ')} ELSE ${end === 'low' ? bands.at(-1) : "CAST('inf' AS DOUBLE)"} END`;
const sized = (share: string, sql: string) => `CASE WHEN ${draw('employees known')} ${share} THEN ${sql} END`;

const ended = (end: 'low' | 'high') =>
  `CASE WHEN ${draw('employees known')} < 0.5 THEN CAST(${exactly} AS DOUBLE)
        WHEN ${draw('employees known')} < 0.83 THEN CAST(${bandEnd(end)} AS DOUBLE) END`;

/** Half of the accounts with an exact head count, a third with a band, the others with neither. */
const accounts: Columns = {
  name: [`'Company ' || i`, 'text', 'firmographic'],
  domain: [known('domain', 0.1, `'company-' || i || '.example'`), 'text', 'firmographic'],
  industry: [known('industry', 0.08, `'industry ' || ${skewed('industry', 60)}`), 'category', 'firmographic'],
  country: [known('country', 0.02, `'country ' || ${skewed('country', 40)}`), 'category', 'geographic'],
  region: [known('region', 0.2, `'region ' || ${skewed('region', 300)}`), 'category', 'geographic'],
  owner: [known('owner', 0.7, `'seller ' || ${skewed('owner', 25)}`), 'category', 'firmographic'],
  employees: [sized('< 0.5', `CAST(${exactly} AS DOUBLE)`), 'number', 'firmographic'],
  employees_low: [ended('low'), 'number', 'firmographic'],
  employees_high: [ended('high'), 'number', 'firmographic'],
  revenue: [known('revenue', 0.5, `round(exp(10 + 9 * ${draw('revenue')}), -3)`), 'money', 'firmographic'],
  founded: [
    known('founded', 0.25, `CAST(2025 - floor(60 * pow(${draw('founded')}, 2)) AS BIGINT)`),
    'year',
    'firmographic',
  ],
  locations: [
    known('locations', 0.3, `CAST(1 + floor(20 * pow(${draw('locations')}, 4)) AS DOUBLE)`),
    'number',
    'firmographic',
  ],
  ownership: [
    known(
      'ownership',
      0.35,
      `list_value('private', 'family', 'public', 'state', 'non-profit')[1 + ${skewed('ownership', 5)}]`,
    ),
    'category',
    'firmographic',
  ],
  sells_online: [known('sells_online', 0.3, `${draw('sells_online')} < 0.3`), 'boolean', 'firmographic'],
  exports: [known('exports', 0.4, `${draw('exports')} < 0.2`), 'boolean', 'firmographic'],
  last_round: [known('last_round', 0.85, dayBack('last_round', 2500)), 'date', 'firmographic'],
};

const category = (what: string) => `'category ' || (${what} % 20)`;
const technology = skewed('technology', 240);
/** Two tools an account, of some accounts many and of most none or one. */
const technologies: Columns = {
  technology: [`'tool ' || ${technology}`, 'category', 'technographic'],
  category: [category(technology), 'category', 'technographic'],
  first_seen: [known('first_seen', 0.2, dayBack('first_seen', 2000)), 'date', 'technographic'],
  source: [`'crawl'`, 'category', 'technographic'],
};
const signals: Columns = {
  kind: [
    `list_value('hired', 'job_posted', 'funding_round', 'location_opened', 'leadership_change')[1 + ${skewed('kind', 5)}]`,
    'category',
    'behavioural',
  ],
  about: [known('about', 0.3, `'subject ' || ${skewed('about', 12)}`), 'category', 'behavioural'],
  observed_on: [dayBack('observed_on', 700), 'date', 'behavioural'],
  strength: [
    known('strength', 0.5, `CAST(floor(10 * ${draw('strength')}) AS DOUBLE)`),
    'number',
    'behavioural',
  ],
};
const customers: Columns = {
  contract_value: [`round(exp(7 + 4 * ${draw('contract_value')}))`, 'money', 'outcome'],
  started_on: [dayBack('started_on', 1500), 'date', 'outcome'],
};
/** Half of the accounts were looked at for tools, two fifths for hires. */
const coverage: Columns = {
  scope: [
    `CASE WHEN i % 2 = 0 THEN 'category ' || (i // 2 % 4) ELSE 'hired' END`,
    'category',
    'technographic',
  ],
  checked_on: [dayBack('checked_on', 300), 'date', 'technographic'],
};

const tables: readonly {
  readonly table: TableName;
  readonly perAccount: number;
  readonly columns: Columns;
}[] = [
  { table: 'accounts', perAccount: 1, columns: accounts },
  { table: 'technologies', perAccount: 2, columns: technologies },
  { table: 'signals', perAccount: 0.3, columns: signals },
  { table: 'coverage', perAccount: 0.9, columns: coverage },
  { table: 'customers', perAccount: 0.01, columns: customers },
];

/** The catalog of fields cannot be counted much beyond this in the memory of the product's engine. */
const mostDescribed = 10_000_000;

/**
 * Fills a workspace with companies that never were: the store's own Parquet tables and one commit. Of more than ten
 * million the fields are described by a smaller universe of the same make.
 */
export async function makeUniverse(workspace: Workspace, size: number): Promise<void> {
  const refs = await writeTables(workspace, size);
  const seen = size > mostDescribed ? await writeTables(workspace, mostDescribed / 10) : refs;
  const fields = new Map(tables.map(({ table, columns }) => [table, fieldsOf(table, columns)]));
  const merged = { tables: Object.fromEntries(seen), fields } as never;
  const described = await describeFields(new Scratch(workspace), merged, { on: universeDay, before: null });
  await workspace.store.commit({
    what: `make ${size} companies`,
    at: `${universeDay}T08:00:00.000Z`,
    snapshot: snapshotOf(Object.fromEntries(refs), described),
    sources: [],
    quarantine: null,
  });
  rmSync(`${workspace.store.path}/data/drafts`, { recursive: true, force: true });
}

async function writeTables(workspace: Workspace, size: number): Promise<ReadonlyMap<TableName, TableRef>> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GiB',
    temp_directory: `${workspace.store.path}/data/drafts`,
  });
  const connection = await instance.connect();
  const refs = new Map<TableName, TableRef>();
  for (const { table, perAccount, columns } of tables) {
    const rows = Math.round(size * perAccount);
    const draft = workspace.store.draftFile('parquet');
    const id =
      table === 'accounts' ? 'i' : `CAST(floor(${size} * pow(${draw(`${table} of`)}, 1.3)) AS BIGINT)`;
    const listed = Object.entries(columns).map(([name, [sql]]) => `${sql} AS ${name}`);
    await connection.run(
      `COPY (SELECT 'acc-' || ${id} AS account_id, ${listed.join(', ')} FROM range(${rows}) AS r(i))
       TO '${draft}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    refs.set(table, await workspace.store.adopt(draft, rows));
  }
  connection.closeSync();
  instance.closeSync();
  return refs;
}

function fieldsOf(table: TableName, columns: Columns): readonly MergedField[] {
  const id: Columns = { account_id: ['', 'text', 'firmographic'] };
  return Object.entries({ ...id, ...columns })
    .filter(([name]) => !/_(low|high)$/.test(name))
    .map(([name, [, kind, layer]]) => ({
      field: {
        table,
        name,
        label: name.replaceAll('_', ' '),
        kind,
        layer,
        unit: kind === 'money' ? 'EUR' : null,
        banded: `${name}_low` in columns,
        mixedCurrency: false,
        known: 'before',
        knownBy: 'guessed',
        custom: false,
      },
      sources: ['universe'],
    }));
}
