import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clinicSample, sampleDay } from '../../samples/index.ts';
import { openWorkspace } from '../../src/app/compose.ts';
import { importFiles, nothingSaid } from '../../src/app/import-files.ts';
import { readProfile } from '../../src/stages/profile/index.ts';

/** What the workspace holds; a page is published only when it is asked for. */
export interface SampleOptions {
  readonly customers: number;
  readonly withPage: boolean;
}

/** Makes a workspace of the sample for a browser to open, and gives its folder. */
export async function sampleWorkspace(
  folder: string,
  { customers, withPage }: SampleOptions,
): Promise<string> {
  const path = join(folder, 'acme');
  await mkdir(folder, { recursive: true });
  const paths = await Promise.all(
    clinicSample(7, { customers, prospects: 200 }).map(async ({ name, text }) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    }),
  );
  const workspace = await openWorkspace(path, { create: true });
  const at = `${sampleDay}T08:00:00.000Z`;
  await importFiles(workspace, {
    paths,
    choices: nothingSaid,
    maps: [],
    covers: 'listed',
    append: false,
    observedOn: null,
    dryRun: false,
    at,
    onProgress: () => undefined,
  });
  if (withPage) {
    const profile = readProfile('profile: Ours\nkind: company\ntiers: { A: 4, B: 3, C: 2 }\n');
    await workspace.store.saveProfile({ profile, at, by: 'Ana', why: null, snapshot: null, publish: true });
  }
  await workspace.engine.close();
  await workspace.store.close();
  return path;
}
