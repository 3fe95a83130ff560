import {
  type Finding,
  type ProfileChange,
  type ProfileVersion,
  profileChanges,
  readProfile,
} from '../stages/profile/index.ts';
import type { CurrentData } from './current-data.ts';
import { earnedStatus } from './earned-status.ts';
import { lintCurrent } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import { refuseUnsearchable } from './refuse-unsearchable.ts';
import { saveVersion } from './save-version.ts';
import type { Workspace } from './workspace.ts';

/** An edited page to publish: the text, who brings it and why, and the day it is checked against the data. */
export interface ApplyRequest {
  /** The document, YAML or JSON. */
  readonly text: string;
  readonly asOf: string;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  /** Accept conditions that no source can search yet: they stay unknown for every account. */
  readonly force: boolean;
}

/** The version that stands now; `changed` is false when the page was that version already. */
export interface ApplyResult {
  readonly version: ProfileVersion;
  readonly changed: boolean;
  /** What changed against the version before, in words. */
  readonly changes: readonly ProfileChange[];
  readonly findings: readonly Finding[];
}

/** Applies a profile document: reads it strictly, refuses what cannot be searched, publishes it as a new version. */
export async function applyProfile(workspace: Workspace, request: ApplyRequest): Promise<ApplyResult> {
  const read = readProfile(request.text);
  const data: CurrentData | null = await optionalData(workspace);
  const status = await earnedStatus(workspace, { snapshot: data?.snapshot ?? null, fit: read.fit });
  const profile = { ...read, status };
  const before = await workspace.store.profile(profile.name, 'published');
  const draft: ProfileVersion = {
    name: profile.name,
    version: 0,
    profile,
    createdAt: request.at,
    createdBy: request.by,
    why: request.why,
    published: true,
    signedBy: [],
    snapshot: data?.snapshot ?? null,
  };
  const planned = await lintCurrent(workspace, data, { version: draft, asOf: request.asOf });
  if (!request.force) refuseUnsearchable(planned);
  const saved = await saveVersion(workspace, {
    profile,
    at: request.at,
    by: request.by,
    why: request.why,
    snapshot: data?.snapshot ?? null,
    publish: true,
  });
  const changes = before === null ? [] : profileChanges(before.profile, profile);
  const findings = await lintCurrent(workspace, data, { version: saved.version, asOf: request.asOf });
  return { ...saved, changes, findings };
}
