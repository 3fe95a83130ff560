import {
  type NewProfile,
  newProfile,
  type ProfileAnswers,
  type ProfileVersion,
} from '../stages/profile/index.ts';
import { declareHypothesis } from './judge.ts';
import { saveVersion } from './save-version.ts';
import type { Workspace } from './workspace.ts';

/** A founder's answers, and what to call the page that is written from them. */
export interface NewRequest {
  readonly name: string;
  readonly answers: ProfileAnswers;
  readonly at: string;
  readonly by: string;
}

/** The first page as stored, with what would test it. */
export interface NewResult extends Omit<NewProfile, 'profile'> {
  readonly version: ProfileVersion;
}

/**
 * Writes a hypothesis page from a founder's answers and records what was believed before any data was looked at.
 */
export async function createProfile(workspace: Workspace, request: NewRequest): Promise<NewResult> {
  const { profile, ...rest } = newProfile({ name: request.name, answers: request.answers });
  const { version } = await saveVersion(workspace, {
    profile,
    at: request.at,
    by: request.by,
    why: 'written from answers, before data',
    snapshot: null,
    publish: false,
  });
  for (const { condition } of rest.hypotheses) {
    await declareHypothesis(workspace, { condition, by: request.by, on: request.at });
  }
  return { version, ...rest };
}
