import { BestfitError } from '../base/errors/index.ts';
import type { Condition } from '../base/expr/index.ts';
import type { Hypothesis, Judgement } from '../edges/store/index.ts';
import { currentData } from './current-data.ts';
import { lookedBefore } from './discover/index.ts';
import { findAccount } from './find-account.ts';
import { optionalData } from './optional-data.ts';
import type { Workspace } from './workspace.ts';

/** What people can say of an account or a pattern. */
export const judgementKinds = [
  'should-count',
  'should-not-count',
  'easy-to-serve',
  'hard-to-serve',
  'saw-value-at-once',
  'renews-without-discussion',
  'agree',
  'disagree',
  'note',
] as const;

/** What a person may say of an account or a pattern. */
export type JudgementKind = (typeof judgementKinds)[number];

/** What a person of a team says of one account or one pattern, and why. */
export interface JudgeRequest {
  /** Account id, domain or name; null when a pattern is judged. */
  readonly account: string | null;
  /** Pattern id as discovery prints it; null when an account is judged. */
  readonly pattern: string | null;
  readonly kind: string;
  readonly team: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** Records what a person said of an account or a pattern; it stands beside the figures and changes none. */
export async function judge(workspace: Workspace, request: JudgeRequest): Promise<Judgement> {
  if (!(judgementKinds as readonly string[]).includes(request.kind)) {
    const expected = `one of ${judgementKinds.join(', ')}`;
    throw new BestfitError('usage.bad-option', { option: '--kind', value: request.kind, expected });
  }
  const accountId =
    request.account === null
      ? null
      : (await findAccount(workspace, await currentData(workspace), request.account)).accountId;
  return workspace.store.addJudgement({
    accountId,
    pattern: request.pattern,
    team: request.team,
    kind: request.kind,
    reason: request.reason,
    saidBy: request.by,
    saidOn: request.on,
  });
}

/**
 * Records a belief before looking: discovery tests it in a family of its own, with far more power than a search.
 * Said after discovery ran on the current rows, it counts from the next rows on.
 */
export async function declareHypothesis(
  workspace: Workspace,
  request: { readonly condition: Condition; readonly by: string; readonly on: string },
): Promise<Hypothesis> {
  const data = await optionalData(workspace);
  const seen = data === null ? undefined : (await lookedBefore(workspace, data)).at(-1);
  return workspace.store.addHypothesis({
    condition: request.condition,
    saidBy: request.by,
    saidOn: request.on,
    afterDiscoveryOf: seen?.snapshot ?? null,
  });
}
