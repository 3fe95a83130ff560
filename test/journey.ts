import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openWorkspace } from '../src/app/compose.ts';
import { type DiscoverOutcome, discoverPatterns } from '../src/app/discover-patterns.ts';
import { type DraftRequest, draftFromData } from '../src/app/draft-profile.ts';
import { type ImportRequest, type ImportResult, importFiles } from '../src/app/import-files.ts';
import { type ListRequest, type ListResult, listAccounts } from '../src/app/list-accounts.ts';
import type { Workspace } from '../src/app/workspace.ts';
import type { FileKind } from '../src/stages/dataset/index.ts';
import { noChoices } from './test-workspace.ts';

/** The moment at which everything in a journey happens. */
export const at = '2026-10-01T08:00:00.000Z';

/** The day on which a journey's questions are asked. */
export const asOf = '2026-09-30';

/** A file of a journey: its text, or where it is, and what the user says of it. */
export interface JourneyFile {
  readonly text?: string | Uint8Array;
  readonly path?: string;
  readonly as?: FileKind;
  readonly key?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
}

type Discovery = Extract<DiscoverOutcome, { kind: 'discovery' }>;

/** A workspace in a temporary folder and the main job on it, as the faces do it. */
export class Journey {
  readonly workspace: Workspace;
  readonly folder: string;

  private constructor(workspace: Workspace, folder: string) {
    this.workspace = workspace;
    this.folder = folder;
  }

  static async start(): Promise<Journey> {
    const folder = mkdtempSync(join(tmpdir(), 'bestfit-journey-'));
    mkdirSync(join(folder, 'in'));
    return new Journey(await openWorkspace(join(folder, 'workspace'), { create: true }), folder);
  }

  async end(): Promise<void> {
    await this.workspace.engine.close();
    await this.workspace.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  import(
    files: Readonly<Record<string, JourneyFile | string>>,
    options: Partial<ImportRequest> = {},
  ): Promise<ImportResult> {
    const paths: string[] = [];
    const choices = noChoices();
    for (const [name, given] of Object.entries(files)) {
      const said = typeof given === 'string' ? { text: given } : given;
      const file = this.#pathOf(name, said);
      paths.push(file);
      if (said.as !== undefined) choices.as.push({ file, value: said.as });
      if (said.key !== undefined) choices.key.push({ file, value: said.key });
      if (said.delimiter !== undefined) choices.delimiter.push({ file, value: said.delimiter });
      if (said.encoding !== undefined) choices.encoding.push({ file, value: said.encoding });
    }
    return importFiles(this.workspace, {
      paths,
      choices,
      maps: [],
      covers: 'listed',
      append: false,
      observedOn: null,
      dryRun: false,
      at,
      onProgress: () => undefined,
      ...options,
    });
  }

  #pathOf(name: string, { text = '', path = join(this.folder, 'in', name) }: JourneyFile): string {
    if (basename(path) === name && path.startsWith(this.folder)) writeFileSync(path, text);
    return path;
  }

  discover(options: Partial<DraftRequest> = {}): Promise<DiscoverOutcome> {
    return discoverPatterns(this.workspace, { ...questions, ...options });
  }

  /** The discovery of data that are enough for one. */
  async patterns(options: Partial<DraftRequest> = {}): Promise<Discovery> {
    const outcome = await this.discover(options);
    if (outcome.kind !== 'discovery') throw new Error(`no discovery: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  draft(options: Partial<DraftRequest> = {}): ReturnType<typeof draftFromData> {
    return draftFromData(this.workspace, {
      ...questions,
      name: 'Test',
      kind: 'company',
      by: 'test',
      why: null,
      publish: true,
      ...options,
    });
  }

  list(options: Partial<ListRequest> = {}): Promise<ListResult> {
    return listAccounts(this.workspace, {
      profile: null,
      version: null,
      include: [],
      limit: null,
      offset: 0,
      ranked: true,
      asOf,
      at,
      onProgress: () => undefined,
      ...options,
    });
  }

  /** What is committed: the current snapshot and the data files on disk. */
  async committed(): Promise<{ readonly commit: number | null; readonly files: readonly string[] }> {
    const { store } = this.workspace;
    const head = await store.head();
    await store.sweep();
    const files = readdirSync(join(store.path, 'data'), { recursive: true }).map(String).sort();
    return { commit: head?.id ?? null, files };
  }
}

const questions = {
  contrast: null,
  asOf,
  last: null,
  seed: null,
  permutations: null,
  at,
  onProgress: () => undefined,
} as const;

/** Rows as a CSV text. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) =>
    /[",\n]/.test(String(value ?? '')) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? '');
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
