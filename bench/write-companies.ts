import { statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** How well a file of companies is kept. */
export type Upkeep = 'clean' | 'dirty';

/**
 * Writes a CSV of companies, the same for the same number of rows: 12 columns, of which a third (web address, bands,
 * money, dates) need their values parsed. In a dirty one every 50th address has a subdomain of its own, and of 10,000
 * rows one has a sum that is none and one repeats an id. Gives its size in bytes.
 */
export async function writeCompanies(path: string, rows: number, upkeep: Upkeep): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${companies(rows, upkeep)}) TO '${path}' (FORMAT csv, HEADER true)`);
  connection.closeSync();
  instance.closeSync();
  return statSync(path).size;
}

function companies(rows: number, upkeep: Upkeep): string {
  const [id, website, revenue] = upkeep === 'clean' ? clean : dirty;
  return `
    SELECT ${id} AS id, ${name} AS company, ${website} AS website,
      ${pick(1, ['Software', 'Retail', 'Health care', 'Logistics', 'Food, drinks', 'Energy', 'Education', 'Finance'])} AS industry,
      ${pick(2, ['Spain', 'Italy', 'Portugal', 'France', 'Germany', 'Netherlands', 'United Kingdom', 'Mexico'])} AS country,
      ${pick(3, ['1-10', '11-50', '51-200', '201-500', '501-1000', '1001-5000', '5000+'])} AS employees,
      ${revenue} AS revenue, strftime(DATE '1970-01-01' + ${below(4, 19_000)}, '%d/%m/%Y') AS founded,
      CASE WHEN ${below(5, 3)} = 0 THEN 'true' ELSE 'false' END AS uses_crm,
      'City ' || ${below(6, 900)} AS city, 'Owner ' || ${below(7, 40)} AS owner,
      round(${below(8, 1_000_000)} / 100, 2) AS score
    FROM range(1, ${Math.trunc(rows) + 1}) AS r(i)`;
}

const name = `'Company ' || i || ${pick(9, [' Ltd', ' S.L.', ' GmbH', '', ' Inc.'])}`;

const address = `'https://www.company-' || i || ${pick(10, ['.com', '.es', '.co.uk', '.de', '.com.mx', '.io'])} || CASE WHEN ${below(11, 4)} = 0 THEN '/en/about' ELSE '' END`;

const sum = `CASE ${below(12, 3)}
  WHEN 0 THEN '€' || ${below(13, 900)} / 10 || 'm'
  WHEN 1 THEN replace(format('{:,}', 1000 + ${below(14, 9_000_000)}), ',', '.') || ',' || lpad(CAST(${below(15, 100)} AS VARCHAR), 2, '0') || ' €'
  ELSE NULL END`;

const clean = ["'A' || i", address, sum] as const;

const dirty = [
  `'A' || CASE WHEN i % 10000 = 77 THEN i - 1 ELSE i END`,
  `CASE WHEN i % 50 = 7 THEN 'https://shop-' || i || '.company.com/en' ELSE ${address} END`,
  `CASE WHEN i % 10000 = 99 THEN 'a lot' ELSE ${sum} END`,
] as const;

/** A number from zero to below the limit, the same for the same row and salt. */
function below(salt: number, limit: number): string {
  return `CAST(hash(i, ${salt}) % ${limit} AS INTEGER)`;
}

function pick(salt: number, values: readonly string[]): string {
  return `['${values.join("', '")}'][1 + ${below(salt, values.length)}]`;
}
