import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Writes a CSV of companies as a CRM's export of one month has them, the same for the same month: 14 columns, one
 * in twenty values another than the month before, every tenth unknown, and one in a hundred companies new.
 */
export async function writeMonth(path: string, rows: number, month: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${companies(rows, month)}) TO '${path}' (FORMAT csv, HEADER true)`);
  connection.closeSync();
  instance.closeSync();
}

function companies(rows: number, month: number): string {
  const from = Math.trunc((rows * month) / 100);
  const value = (salt: number, below: number) => {
    const changes = `CAST(floor((${month} + hash(i, ${salt}) % 20) / 20) AS INTEGER)`;
    return `CAST(hash(i, ${salt}, ${changes}) % ${below} AS INTEGER)`;
  };
  const known = (salt: number, of: string) =>
    `CASE WHEN hash(i, ${salt}, ${month}) % 10 = 0 THEN NULL ELSE ${of} END`;
  const texts = ['Industry', 'City', 'Owner', 'Region', 'Segment', 'Source'].map(
    (name, salt) => `${known(salt + 20, `'${name} ' || ${value(salt, 40)}`)} AS "${name}"`,
  );
  const numbers = ['Employees', 'Offices', 'Visits', 'Tickets', 'Score'].map(
    (name, salt) => `${known(salt + 40, value(salt + 10, 5_000))} AS "${name}"`,
  );
  return `SELECT 'A' || i AS "Company ID", 'Company ' || i || ' Ltd' AS "Company name",
    'company-' || i || '.com' AS "Domain", ${[...texts, ...numbers].join(', ')}
    FROM range(${from} + 1, ${from + Math.trunc(rows)} + 1) AS r(i)`;
}
