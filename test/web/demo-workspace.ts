import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../run-cli.ts';

/** A workspace of the sample in a temporary folder, with its page and list. */
export async function demoWorkspace(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'bestfit-web-')), 'clinic-software');
  const { status, stderr } = await runCli(['-w', folder, '--by', 'Ana', '--json', 'demo']);
  if (status !== 0) throw new Error(`demo ended with ${status}: ${stderr}`);
  return folder;
}
