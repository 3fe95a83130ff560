import { BestfitError } from '../base/errors/index.ts';
import type { Judgement } from '../edges/store/index.ts';
import type { Workspace } from './workspace.ts';

/** Takes back what a person said of an account or a pattern; `judgement.missing` when it does not stand. */
export async function takeBackJudgement(
  { store }: Pick<Workspace, 'store'>,
  request: { readonly id: number; readonly by: string; readonly on: string },
): Promise<Judgement> {
  const was = await store.takeBackJudgement(request.id, { by: request.by, on: request.on });
  if (was === null) throw new BestfitError('judgement.missing', { id: request.id });
  return was;
}
