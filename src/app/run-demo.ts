import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clinicSample, sampleDay } from '../../samples/index.ts';
import { type DraftResult, draftFromData } from './draft-profile.ts';
import { type ImportResult, importFiles, nothingSaid } from './import-files.ts';
import { pinDay } from './pinned-day.ts';
import { type ScoreResult, scoreAccounts } from './score-accounts.ts';
import { type ShownProfile, showProfile } from './show-profile.ts';
import { type WorkEvent, workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** Seed of the shipped sample: the demo shows the same company everywhere. */
export const sampleSeed = 7;

/** When the demo runs and in whose name it signs. */
export interface DemoRequest {
  readonly at: string;
  readonly by: string;
  readonly onProgress: (event: WorkEvent) => void;
}

/** The whole main job on the sample: files, import, page, list. */
export interface DemoResult {
  readonly workspace: string;
  readonly asOf: string;
  readonly files: readonly string[];
  readonly imported: ImportResult;
  readonly draft: DraftResult;
  readonly shown: ShownProfile;
  readonly scored: ScoreResult;
}

/** Runs the main job on the sample company as of its own day; running it again gives the same page and list. */
export async function runDemo(workspace: Workspace, request: DemoRequest): Promise<DemoResult> {
  request.onProgress(workEvent('writing-sample'));
  const files = await writeSample(join(workspace.store.path, 'files'));
  const imported = await importFiles(workspace, {
    paths: files,
    choices: nothingSaid,
    maps: [],
    covers: 'listed',
    append: false,
    observedOn: null,
    dryRun: false,
    at: request.at,
    onProgress: ({ step, file, done }) => request.onProgress(workEvent(step, { subject: file, share: done })),
  });
  await pinDay(workspace, sampleDay);
  const common = { asOf: sampleDay, at: request.at, onProgress: request.onProgress };
  const draft = await draftFromData(workspace, {
    ...common,
    name: 'Our best customers',
    kind: 'company',
    contrast: null,
    last: null,
    seed: null,
    permutations: null,
    by: request.by,
    why: 'drafted from the sample',
    publish: true,
  });
  if (draft.kind !== 'draft') throw new Error('the sample gave no page');
  const { name, version } = draft.version;
  const scored = await scoreAccounts(workspace, { ...common, profile: name, version, include: [] });
  const shown = await showProfile(workspace, { profile: name, version, asOf: sampleDay });
  return {
    workspace: workspace.store.path,
    asOf: sampleDay,
    files,
    imported,
    draft,
    shown,
    scored: scored.result,
  };
}

async function writeSample(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const written = clinicSample(sampleSeed).map(async ({ name, text }) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  });
  return Promise.all(written);
}
