import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openWorkspace } from '../src/app/compose.ts';
import { type ImportResult, importFiles, nothingSaid } from '../src/app/import-files.ts';
import type { ScoreRequest } from '../src/app/score-accounts.ts';
import type { Workspace } from '../src/app/workspace.ts';
import { readProfile } from '../src/stages/profile/index.ts';

/** The profile of the samples. */
export const clinicsPage = readFileSync(
  new URL('../samples/profiles/private-clinics-spain.yaml', import.meta.url),
  'utf8',
);

/** A workspace into which files were imported and in which a profile is published; gone after the test. */
export async function scoredWorkspace(
  files: Readonly<Record<string, string>>,
  page: string,
): Promise<{ readonly workspace: Workspace; readonly folder: string; readonly imported: ImportResult }> {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-score-'));
  const workspace = await openWorkspace(join(folder, 'workspace'), { create: true });
  onTestFinished(async () => {
    await workspace.engine.close();
    await workspace.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'in'));
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, 'in', name);
    writeFileSync(path, text);
    return path;
  });
  const imported = await importFiles(workspace, {
    paths,
    choices: nothingSaid,
    maps: [],
    covers: 'listed',
    append: false,
    observedOn: null,
    dryRun: false,
    at: '2026-10-01T08:00:00.000Z',
    onProgress: () => {},
  });
  await workspace.store.saveProfile({
    profile: readProfile(page),
    at: '2026-10-01T08:00:00.000Z',
    by: 'test',
    why: null,
    snapshot: null,
    publish: true,
  });
  return { workspace, folder, imported };
}

/** Scores with the published profile, all prospects. */
export const scoreRequest: ScoreRequest = {
  profile: null,
  version: null,
  asOf: '2026-10-01',
  include: [],
  at: '2026-10-01T08:00:00.000Z',
  onProgress: () => {},
};
