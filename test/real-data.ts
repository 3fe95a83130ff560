import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the real data; empty where there is none, and the tests that need it are skipped. */
export const realData = process.env.BESTFIT_REAL_DATA ?? '';

/** Why a test is skipped without the data. */
export const needsRealData = 'BESTFIT_REAL_DATA names their folder';

/** Files of the sample CRM, with what a user says of the two that are lookups; `copy` writes days as M/D/YYYY. */
export const crmFiles = (copy = '') => {
  const at = (name: string) => ({ path: join(realData, 'maven_crm', copy, name) });
  return {
    'accounts.csv': at('accounts.csv'),
    'sales_pipeline.csv': at('sales_pipeline.csv'),
    'products.csv': { ...at('products.csv'), as: 'lookup', key: 'product' },
    'sales_teams.csv': { ...at('sales_teams.csv'), as: 'lookup', key: 'sales_agent' },
  } as const;
};

/** The file of opportunities without any key. */
export const opportunitiesFile = () => join(realData, 'salvirt_b2b', 'Salvirt_B2B_ML_dataset.csv');

/** A delimited file as cells; quoted cells hold neither delimiter nor line end in these files. */
export function cellsOf(path: string, delimiter: string): readonly (readonly string[])[] {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}
