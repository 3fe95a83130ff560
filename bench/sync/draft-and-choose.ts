import { draftFromData } from '../../src/app/draft-profile.ts';
import { changeConnection } from '../../src/app/sync/index.ts';
import type { Workspace } from '../../src/app/workspace.ts';

/** What is written back, and the day of the data. */
export interface WriteChoice {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Names of writable fields. */
  readonly write: readonly string[];
}

/** Drafts and publishes a page from the data of the connection `crm`, and chooses what is written back. */
export async function draftAndChoose(workspace: Workspace, { asOf, write }: WriteChoice): Promise<void> {
  const at = `${asOf}T00:00:00.000Z`;
  const search = { contrast: null, last: null, seed: null, permutations: 50 };
  const page = { name: 'Our best customers', kind: 'company' as const, by: 'Ana', why: null, publish: true };
  await draftFromData(workspace, { asOf, at, onProgress: () => undefined, ...search, ...page });
  await changeConnection(workspace, {
    connection: 'crm',
    write,
  });
}
