import { BestfitError } from '../base/errors/index.ts';
import { type Contrast, conditionOf, type DiscoveryResult } from '../stages/discovery/index.ts';
import { currentData } from './current-data.ts';
import { defaultContrast } from './discover/index.ts';
import { findPattern } from './find-pattern.ts';
import { declareHypothesis, type SaidBelief } from './judge.ts';
import { newestDiscovery } from './newest-discovery.ts';
import type { AskBasis } from './open-questions.ts';
import type { Workspace } from './workspace.ts';

/** The pattern of the newest discovery of two groups (null: those that the data suggest) that somebody believes in. */
export interface BelievePatternRequest {
  readonly pattern: string;
  readonly contrast: Contrast | null;
  readonly asOf: string;
  readonly by: string;
  readonly on: string;
}

/**
 * Says a pattern as a belief: from then on it is tested by itself, on what no discovery had looked at by now. What only
 * a deal has is refused, as no belief about it is ever tested.
 */
export async function believePattern(
  workspace: Workspace,
  { pattern: id, contrast, asOf, by, on }: BelievePatternRequest,
): Promise<SaidBelief> {
  const data = await currentData(workspace);
  const kept = await newestDiscovery(workspace, data, contrast ?? defaultContrast(data));
  const pattern = findPattern(kept?.result ?? { patterns: [], asOf }, id);
  const { basis } = (kept?.result ?? {}) as DiscoveryResult & { readonly basis?: AskBasis };
  const fields = pattern.parts.length > 0 ? pattern.parts.map((part) => part.field) : [pattern.field];
  if (basis !== undefined && !fields.every((field) => basis.ofAccount.includes(field)))
    throw new BestfitError('usage.bad-option', {
      option: 'pattern',
      value: id,
      expected: 'a trait of accounts: what only a deal has is never tested as a belief',
    });
  return declareHypothesis(workspace, { condition: conditionOf(pattern), by, on });
}
