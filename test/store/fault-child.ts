import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkspace } from '../../src/app/compose.ts';
import { importFiles, nothingSaid } from '../../src/app/import-files.ts';

/** A process of its own that imports over and over: `fault-child.mjs WORKSPACE`; says each commit once it is saved. */
const path = process.argv[2] ?? '';
await withWorkspace(path, { create: false }, async (workspace) => {
  writeSync(1, 'ready\n');
  for (let turn = 0; ; turn++) {
    const file = join(path, `more-${process.pid}.csv`);
    const rows = Array.from({ length: 60 }, (_, i) => `${i},More ${i},${process.pid + turn + i}`);
    writeFileSync(file, `customer id,company,employees\n${rows.join('\n')}\n`);
    const { commit, snapshot } = await importFiles(workspace, {
      paths: [file],
      choices: nothingSaid,
      maps: [],
      covers: 'listed',
      append: false,
      observedOn: null,
      dryRun: false,
      at: new Date().toISOString(),
      onProgress: () => undefined,
    });
    if (commit !== null) writeSync(1, `${commit} ${snapshot}\n`);
  }
});
