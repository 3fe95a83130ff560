import type { CurrentData } from '../current-data.ts';
import { cutOffMonths, spanWords } from '../cut-off-months.ts';
import type { Workspace } from '../workspace.ts';
import type { Comparison } from './types.ts';

/**
 * Deals compared by their outcome, with a warning where records begin too late or end too early to hold the outcomes
 * of some months: time looks like a reason there and is none.
 */
export async function withCutOff(
  workspace: Workspace,
  data: CurrentData,
  { comparison, asOf }: { readonly comparison: Comparison; readonly asOf: string },
): Promise<Comparison> {
  if (comparison.contrast !== 'won-lost') return comparison;
  const { cut } = await cutOffMonths(workspace, data, asOf);
  const warnings = cut.flatMap(({ end, months, day }): string[] => {
    const affected = comparison.units.filter(
      ({ on }) => on !== null && (end === 'first' ? on < day : on > day),
    );
    if (affected.length === 0) return [];
    const leave = `bestfit discover ${end === 'first' ? '--since' : '--until'} ${day}`;
    return [
      `Outcomes of ${spanWords(months)} are cut off, so that ${affected.length} of ${comparison.units.length} deals look lost because of their time alone: \`${leave}\` leaves them out.`,
    ];
  });
  return { ...comparison, cutOff: warnings.length > 0, warnings: [...comparison.warnings, ...warnings] };
}
