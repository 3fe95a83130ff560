import type { ValueShortfall } from '../../stages/value/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { type CompareRequest, comparedUnits } from './compared-units.ts';
import type { Comparison } from './types.ts';
import { withCutOff } from './with-cut-off.ts';
import { withWonDeals } from './with-won-deals.ts';
import { type Days, withinDays } from './within-days.ts';

/** The units that one discovery compares, with the deals that won them; or why there is nothing to compare. */
export async function readComparison(
  workspace: Workspace,
  data: CurrentData,
  request: CompareRequest & Days,
): Promise<Comparison | ValueShortfall> {
  const compared = await comparedUnits(workspace, data, request);
  if (compared.kind !== 'comparison') return compared;
  const { asOf } = request;
  const comparison = await withCutOff(workspace, data, { comparison: withinDays(compared, request), asOf });
  return withWonDeals(workspace, data, { comparison, asOf });
}
