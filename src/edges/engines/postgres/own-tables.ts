import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '../../../base/sql/index.ts';
import type { PostgresQuery } from './types.ts';

/**
 * The tables that an engine makes: in a schema of its own, so that no name can touch a table of the company, and
 * under numbered names, so that a table may be replaced by a query that reads it.
 */
export class OwnTables {
  readonly #query: PostgresQuery;
  readonly #schema = quoteIdentifier(`bestfit_${randomUUID().replaceAll('-', '').slice(0, 12)}`);
  readonly #tables = new Map<string, string>();
  #made: Promise<unknown> | null = null;
  #count = 0;

  constructor(query: PostgresQuery) {
    this.#query = query;
  }

  /** The quoted name of a table of ours; null when there is none. */
  find(name: string): string | null {
    return this.#tables.get(name) ?? null;
  }

  /** Lets `make` fill a new table, which then takes the place of the old one of this name. */
  async replace(name: string, make: (table: string) => Promise<unknown>): Promise<void> {
    this.#made ??= this.#query(`CREATE SCHEMA IF NOT EXISTS ${this.#schema}`, []);
    await this.#made;
    this.#count += 1;
    const table = `${this.#schema}."t${this.#count}"`;
    try {
      await make(table);
    } catch (error) {
      await this.#query(`DROP TABLE IF EXISTS ${table}`, []);
      throw error;
    }
    const old = this.#tables.get(name);
    this.#tables.set(name, table);
    if (old !== undefined) await this.#query(`DROP TABLE IF EXISTS ${old}`, []);
  }

  async drop(name: string): Promise<void> {
    const table = this.#tables.get(name);
    this.#tables.delete(name);
    if (table !== undefined) await this.#query(`DROP TABLE IF EXISTS ${table}`, []);
  }

  async dropAll(): Promise<void> {
    if (this.#made !== null) await this.#query(`DROP SCHEMA IF EXISTS ${this.#schema} CASCADE`, []);
  }
}
