import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clinicSample, type SampleSize, sampleDay } from '../../samples/index.ts';
import { importFiles, nothingSaid } from '../../src/app/import-files.ts';
import type { TestApi } from './api.ts';

/** Brings a small sample into the workspace of an API. */
export async function importSample(
  { workspace, folder }: TestApi,
  size: SampleSize = { customers: 60, prospects: 200 },
): Promise<void> {
  const paths = await Promise.all(
    clinicSample(7, size).map(async ({ name, text }) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    }),
  );
  await importFiles(workspace, {
    paths,
    choices: nothingSaid,
    maps: [],
    covers: 'listed',
    append: false,
    observedOn: null,
    dryRun: false,
    at: `${sampleDay}T08:00:00.000Z`,
    onProgress: () => undefined,
  });
}
