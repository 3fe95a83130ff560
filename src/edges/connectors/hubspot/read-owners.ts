import type { Client } from '../client/index.ts';
import type { SourceField } from '../records/index.ts';
import { ownersSchema } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { nextPage } from './next-page.ts';
import { readReply } from './read-reply.ts';

/** What values of an option field stand for. */
export type FieldOptions = NonNullable<SourceField['options']>;

/**
 * The people who look after records, as options by id; those who left too, for records still name them. None when the
 * token may not see owners.
 */
export async function readOwners(client: Client): Promise<FieldOptions> {
  const path = hubspotPath('crm/owners');
  const options: { value: string; label: string }[] = [];
  for (const archived of ['false', 'true']) {
    let after: string | null = null;
    do {
      const query = { limit: String(hubspotFacts.ownerPage), archived, ...(after === null ? {} : { after }) };
      const { status, body } = await client.send({
        method: 'GET',
        path,
        query,
        repeatable: true,
        alsoFine: [403],
      });
      if (status === 403) return options;
      const { results, paging } = readReply(ownersSchema, { status, body, path });
      for (const { id, firstName, lastName, email } of results) {
        const name = [firstName, lastName].filter((part) => part).join(' ');
        options.push({ value: id, label: name || email || id });
      }
      after = nextPage(paging, after);
    } while (after !== null);
  }
  return options;
}
