import { basename } from 'node:path';
import type { TableName } from '../stages/dataset/index.ts';
import type { Workspace } from './workspace.ts';

/** Where it is, the day on which questions are asked, and in whose name. */
export interface DescribeRequest {
  readonly path: string;
  readonly asOf: string;
  readonly by: string;
}

/** What a workspace holds, told from its catalog alone: cheap enough to be asked at every step. */
export interface WorkspaceFacts {
  readonly kind: 'workspace';
  readonly name: string;
  readonly asOf: string;
  readonly by: string;
  /** The data in force; null before the first import. */
  readonly snapshot: string | null;
  readonly rows: { readonly accounts: number; readonly customers: number; readonly deals: number };
  /** The page to work with: the one published last, else the newest; null when there is none. */
  readonly profile: { readonly name: string; readonly version: number; readonly published: boolean } | null;
  /** Whether patterns were looked for on these data. */
  readonly discovered: boolean;
}

/** Tells what there is, so that a face knows what to offer next. */
export async function describeWorkspace(
  { store }: Workspace,
  { path, asOf, by }: DescribeRequest,
): Promise<WorkspaceFacts> {
  const head = await store.head();
  const rowsOf = (table: TableName) => head?.snapshot.tables[table]?.rows ?? 0;
  const snapshot = head?.snapshot.id ?? null;
  const newest = (await store.profiles()).toSorted(
    (one, two) => Number(two.published) - Number(one.published) || two.createdAt.localeCompare(one.createdAt),
  )[0];
  return {
    kind: 'workspace',
    name: basename(path),
    asOf,
    by,
    snapshot,
    rows: { accounts: rowsOf('accounts'), customers: rowsOf('customers'), deals: rowsOf('deals') },
    profile:
      newest === undefined
        ? null
        : { name: newest.name, version: newest.version, published: newest.published },
    discovered: snapshot !== null && (await store.latestRun('discover', { snapshot })) !== null,
  };
}
