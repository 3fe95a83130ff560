import { BestfitError } from '../base/errors/index.ts';
import { count, named, parquet, select } from '../base/sql/index.ts';
import type { CheckedFile, CheckUp, SteppedOver } from '../edges/store/index.ts';
import { describeLost } from './jobs/index.ts';
import type { Workspace } from './workspace.ts';

/** What can be wrong with a workspace. */
export type HealthCode =
  | 'catalog-broken'
  | 'file-missing'
  | 'file-altered'
  | 'file-unreadable'
  | 'rows-differ'
  | 'rows-unaccounted'
  | 'not-writable'
  | 'little-space'
  | 'job-lost'
  | 'leftovers';

/** One thing that was found. */
export interface HealthFinding {
  readonly code: HealthCode;
  /** `wrong`: data are lost or nothing can be written. `note`: it costs nothing but space. */
  readonly severity: 'wrong' | 'note';
  /** What it is about: a file, a source, a job, a folder. */
  readonly subject: string;
  /** What that is, in words; empty when the subject says it. */
  readonly detail: string;
  /** What was done about it; null when nothing was. */
  readonly repaired: string | null;
}

/** The state of a workspace: what was looked at and what was found. */
export interface HealthReport {
  readonly kind: 'health';
  readonly workspace: string;
  /** True when nothing is wrong, or all that was is mended. */
  readonly sound: boolean;
  /** Whether mending was asked for. */
  readonly repair: boolean;
  /** The snapshot in force now. */
  readonly snapshot: string | null;
  readonly looked: {
    readonly commits: number;
    readonly files: number;
    readonly bytes: number;
    readonly rows: number;
  };
  readonly findings: readonly HealthFinding[];
}

/** What to do about what is found. */
export interface ExamineRequest {
  /** Mend what can be mended without losing anything sound. */
  readonly repair: boolean;
  readonly at: string;
}

/** Below this nothing sensible can be written. */
const leastFreeBytes = 64 << 20;

/** Looks at everything in a workspace and, when asked, mends what can be mended safely. */
export async function examineWorkspace(
  workspace: Workspace,
  { repair, at }: ExamineRequest,
): Promise<HealthReport> {
  const { store } = workspace;
  const found = await store.checkUp();
  const counted = await Promise.all(found.files.map((file) => countRows(workspace, file)));
  const bad = counted.filter(({ code }) => code !== null).map(({ file }) => file.file);
  const over = repair && bad.length > 0 && found.catalog.length === 0 ? await store.stepOver(bad) : null;
  const findings = [
    ...found.catalog.map((words) => finding('catalog-broken', 'catalog.db', words)),
    ...counted.flatMap((each) => fileFinding(each, over)),
    ...(await unaccounted(workspace)),
    ...diskFindings(found),
    ...(await lostJobs(workspace, { repair, at })),
    ...(await leftovers(workspace, found, repair)),
  ];
  const head = await store.head();
  return {
    kind: 'health',
    workspace: store.path,
    repair,
    sound: findings.every(({ severity, repaired }) => severity === 'note' || repaired !== null),
    snapshot: head?.snapshot.id ?? null,
    looked: {
      commits: (await store.commits()).length,
      files: found.files.length,
      bytes: sum(found.files.map(({ bytes }) => bytes)),
      rows: sum(counted.map(({ rows }) => rows)),
    },
    findings,
  };
}

/** The report on a workspace whose catalog cannot even be opened. */
export function brokenCatalog(workspace: string, error: BestfitError): HealthReport {
  const code = error.code === 'store.read-only' ? 'not-writable' : 'catalog-broken';
  return {
    kind: 'health',
    workspace,
    repair: false,
    sound: false,
    snapshot: null,
    looked: { commits: 0, files: 0, bytes: 0, rows: 0 },
    findings: [finding(code, 'catalog.db', error.message)],
  };
}

interface CountedFile {
  readonly file: CheckedFile;
  readonly rows: number;
  readonly code: HealthCode | null;
  readonly detail: string;
}

async function countRows({ engine }: Workspace, file: CheckedFile): Promise<CountedFile> {
  if (file.fault === 'missing') return { file, rows: 0, code: 'file-missing', detail: '' };
  if (file.fault === 'altered')
    return { file, rows: 0, code: 'file-altered', detail: 'its content is not what it was' };
  try {
    const query = select({ columns: [named(count(), 'n')], from: parquet(file.path) });
    const rows = Number((await engine.rows(query))[0]?.n ?? 0);
    if (file.rows === null || rows === file.rows) return { file, rows, code: null, detail: '' };
    return { file, rows, code: 'rows-differ', detail: `${rows} rows in place of ${file.rows}` };
  } catch (error) {
    if (!(error instanceof BestfitError)) throw error;
    return { file, rows: 0, code: 'file-unreadable', detail: error.message };
  }
}

function fileFinding(
  { file, code, detail }: CountedFile,
  over: SteppedOver | null,
): readonly HealthFinding[] {
  if (code === null) return [];
  const holds = file.of === 'run' ? 'a scored list' : `table ${file.table}${fromSource(file)}`;
  const needed = {
    head: 'the current data',
    earlier: 'an earlier import',
    run: '',
    sync: 'a connection',
    undone: 'an undone import',
  };
  const of = needed[file.of] === '' ? '' : ` of ${needed[file.of]}`;
  const words = [`${holds}${of}`, detail].filter((part) => part !== '').join(': ');
  const severity = file.of === 'undone' ? 'note' : 'wrong';
  const subject = `data/${file.file}.parquet`;
  return [{ code, severity, subject, detail: words, repaired: howRepaired(file, over) }];
}

function fromSource({ source }: CheckedFile): string {
  return source === null ? '' : ` from ${source}`;
}

function howRepaired({ of }: CheckedFile, over: SteppedOver | null): string | null {
  if (over === null || of === 'undone') return null;
  if (of === 'run') return 'dropped: the next list is scored anew';
  if (of === 'sync') return 'dropped: the next sync reads everything again';
  if (over.head === null) return null;
  const { what, at, snapshot } = over.head;
  return of === 'head'
    ? `snapshot ${snapshot.id} is current again (${what}, ${at.slice(0, 10)}): import newer files again`
    : 'that import can no longer be gone back to';
}

async function unaccounted({ store }: Workspace): Promise<readonly HealthFinding[]> {
  const sources = (await store.head())?.sources ?? [];
  return sources
    .filter(({ rows }) => rows.in !== rows.kept + rows.quarantined)
    .map(({ name, rows }) =>
      finding(
        'rows-unaccounted',
        name,
        `${rows.in} rows in, ${rows.kept} kept and ${rows.quarantined} set aside`,
      ),
    );
}

function diskFindings({ unwritable, free }: CheckUp): readonly HealthFinding[] {
  const locked = unwritable.map((path) => finding('not-writable', path, 'Bestfit may not write there'));
  if (free >= leastFreeBytes) return locked;
  return [...locked, finding('little-space', 'the disk', `${Math.floor(free / 2 ** 20)} MiB are free`)];
}

async function lostJobs(
  { store }: Workspace,
  { repair, at }: ExamineRequest,
): Promise<readonly HealthFinding[]> {
  const findings: HealthFinding[] = [];
  for (const job of await store.lostJobs()) {
    if (repair) await store.updateJob(job.id, 'running', await describeLost(store, job, at));
    const told = finding('job-lost', `job ${job.id} (${job.kind})`, 'its process is gone');
    findings.push({ ...told, severity: 'note', repaired: repair ? 'marked as interrupted' : null });
  }
  return findings;
}

async function leftovers(
  { store }: Workspace,
  { leftovers: { files, bytes } }: CheckUp,
  repair: boolean,
): Promise<readonly HealthFinding[]> {
  if (files === 0) return [];
  const swept = repair ? await store.sweep() : 0;
  const detail = `${files} files that nothing refers to (${Math.ceil(bytes / 1024)} KiB); they go by themselves`;
  const repaired = swept === 0 ? null : `${swept} deleted; younger ones are kept for an hour`;
  return [{ code: 'leftovers', severity: 'note', subject: 'data', detail, repaired }];
}

function finding(code: HealthCode, subject: string, detail: string): HealthFinding {
  return { code, severity: 'wrong', subject, detail, repaired: null };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
