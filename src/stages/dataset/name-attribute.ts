import { canonicalTables } from './canonical-tables.ts';
import type { TableName } from './types.ts';
import { plainText } from './values/index.ts';

const longestName = 50;

/** Words that mean something else on the page, in a condition or in SQL. */
const reserved = new Set(
  (
    'all and any none not or as by in is on at to from select where group order having limit table column user case when ' +
    'then else end join union null true false between like min max sum count avg field date time timestamp interval ' +
    'current check default primary index row rows set unknown offset desc asc distinct cast using with create drop ' +
    'update delete insert into exists if'
  ).split(' '),
);

/**
 * The column name of an attribute of one's own: snake_case in ASCII, unlike every name in `taken`, every canonical
 * column and every reserved word. A header without a Latin letter or figure is named by its place in the file.
 *
 * @example
 * nameAttribute('Nº de consultas', { table: 'accounts', taken: new Set(), column: 3 }); // 'no_de_consultas'
 */
export function nameAttribute(
  words: string,
  {
    table,
    taken,
    column,
  }: { readonly table: TableName; readonly taken: ReadonlySet<string>; readonly column: number },
): string {
  const ascii = plainText(words)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestName)
    .replace(/_+$/, '');
  const started = ascii === '' ? `column_${column + 1}` : /^\d/.test(ascii) ? `n_${ascii}` : ascii;
  const free = reserved.has(started) ? `${started}_value` : started;
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? free : `${free}_${copy}`;
    if (!taken.has(name) && !isCanonical(table, name)) return name;
  }
}

/** The columns behind canonical fields too: `revenue_low`, `amount_currency`. */
function isCanonical(table: TableName, name: string): boolean {
  const base = name.replace(/_(?:low|high|rate_currency|rate_on|currency)$/, '');
  const tables = table === 'accounts' ? (['accounts'] as const) : (['accounts', table] as const);
  return tables.some((each) =>
    canonicalTables[each].some((field) => field.name === name || field.name === base),
  );
}
