import { BestfitError } from '../base/errors/index.ts';
import type { Condition } from '../base/expr/index.ts';
import type { Hypothesis, Judgement } from '../edges/store/index.ts';
import type { DiscoveryResult } from '../stages/discovery/index.ts';
import { currentData } from './current-data.ts';
import { looksAt, seenAccounts } from './discover/index.ts';
import { findAccount } from './find-account.ts';
import { findPattern } from './find-pattern.ts';
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

/** What is said of a pattern; the others are said of an account, a note of either. */
const patternKinds: readonly string[] = ['agree', 'disagree', 'note'];

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
  const kinds = kindsFor(request);
  if (!kinds.includes(request.kind)) {
    const of = request.pattern === null ? 'an account' : 'a pattern';
    const expected = `of ${of} one of ${kinds.join(', ')}`;
    throw new BestfitError('usage.bad-option', { option: '--kind', value: request.kind, expected });
  }
  if (request.pattern !== null) await requirePattern(workspace, request.pattern, request.on);
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

function kindsFor({ pattern }: JudgeRequest): readonly string[] {
  return pattern === null
    ? judgementKinds.filter((kind) => kind === 'note' || !patternKinds.includes(kind))
    : patternKinds;
}

/** Refuses the id of a pattern that no discovery kept here has found. */
async function requirePattern(workspace: Workspace, id: string, on: string): Promise<void> {
  const looks = await looksAt(workspace, await currentData(workspace));
  const runs = await Promise.all(
    looks.map(({ snapshot }) => workspace.store.runs('discover', { snapshot: snapshot.id })),
  );
  const results = runs.flat().map(({ result }) => result as DiscoveryResult);
  if (results.some(({ patterns }) => patterns.some((pattern) => pattern.id === id))) return;
  findPattern(results[0] ?? { patterns: [], asOf: on.slice(0, 10) }, id);
}

/** A belief as recorded, with the accounts that a discovery had already compared. */
export type SaidBelief = Hypothesis & { readonly seen: number };

/**
 * Records a belief: discovery tests it in a family of its own, with far more power than a search, on all that no
 * discovery had looked at when it was said.
 */
export async function declareHypothesis(
  workspace: Workspace,
  request: { readonly condition: Condition; readonly by: string; readonly on: string },
): Promise<SaidBelief> {
  const data = await optionalData(workspace);
  const looks = data === null ? [] : (await looksAt(workspace, data)).filter(({ at }) => at < request.on);
  const seen = data === null ? null : await (await seenAccounts(workspace, data))(request.on);
  const said = await workspace.store.addHypothesis({
    condition: request.condition,
    saidBy: request.by,
    saidOn: request.on,
    afterDiscoveryOf: looks[0]?.snapshot.id ?? null,
  });
  return { ...said, seen: seen?.size ?? 0 };
}
