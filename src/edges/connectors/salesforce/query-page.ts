import type { Client } from '../client/index.ts';
import { apiPath } from './salesforce-settings.ts';

/** One page of a REST query. */
export interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** The first page of a query; `all`: deleted records too. */
export async function firstPage(client: Client, text: string, all = false): Promise<QueryPage> {
  const path = apiPath(all ? 'queryAll' : 'query');
  const { body } = await client.send({ method: 'GET', path, query: { q: text }, repeatable: true });
  return body as QueryPage;
}

/** A page by the path that the one before named. */
export async function nextPage(client: Client, path: string): Promise<QueryPage> {
  const { body } = await client.send({ method: 'GET', path, repeatable: true });
  return body as QueryPage;
}

/** All records of a short query, such as users or stages. */
export async function queryAllPages(client: Client, text: string): Promise<QueryPage['records']> {
  let page = await firstPage(client, text);
  const records = [...page.records];
  while (page.nextRecordsUrl !== undefined) {
    page = await nextPage(client, page.nextRecordsUrl);
    records.push(...page.records);
  }
  return records;
}
