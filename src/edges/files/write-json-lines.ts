import { open } from 'node:fs/promises';
import type { Row } from '../../base/sql/index.ts';

/** Writes rows as JSON, one object a line, batch by batch; gives how many. */
export async function writeJsonLines(path: string, batches: AsyncIterable<readonly Row[]>): Promise<number> {
  const file = await open(path, 'w');
  try {
    let rows = 0;
    for await (const batch of batches) {
      await file.write(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
      rows += batch.length;
    }
    return rows;
  } finally {
    await file.close();
  }
}
