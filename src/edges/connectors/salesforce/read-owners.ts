import type { Org } from './org.ts';
import { queryAllPages } from './query-page.ts';
import type { Owners } from './source-fields.ts';

/** The users who may own records, by id, those that left too; users of portals and communities own none of ours. */
export async function readOwners({ client }: Org): Promise<Owners> {
  const records = await queryAllPages(client, "SELECT Id, Name FROM User WHERE UserType = 'Standard'");
  return records.map(({ Id, Name }) => ({ value: String(Id), label: String(Name) }));
}
