import { holm, normalUpperTail } from '../../../base/stats/index.ts';
import { acrossFamilies, type Finding, type Search } from '../round.ts';
import { verdictOf } from '../verdict-of.ts';
import { asFindings, type CombinationOutcome } from './as-findings.ts';
import { openIncrements } from './increments.ts';
import type { Part } from './part.ts';
import type { Proposal } from './propose-combinations.ts';
import { type TestedIncrement, zOf } from './test-increments.ts';

/**
 * Tests combinations on records that did not propose them: one-sided, since the direction is settled, adjusted after
 * Holm (1979). Told are those that add to their parts, and those of supported parts that describe the best.
 *
 * @param findings the single conditions as the same records tested them.
 */
export function confirmCombinations(
  search: Search,
  proposal: Proposal,
  { standing, findings }: { readonly standing: readonly Part[]; readonly findings: readonly Finding[] },
): CombinationOutcome {
  const trials = openIncrements(search, proposal.sets, standing);
  const tested = adjust(
    search,
    trials.flatMap(({ trial, increments }) =>
      Array.from(increments, (increment) => ({ increment, z: zOf(increment, trial) })),
    ),
  );
  const supported = new Set(
    findings
      .filter((finding) => verdictOf(finding, true) === 'supported')
      .map(({ found }) => found.column.field),
  );
  const told = tested.filter(
    ({ increment: { parts }, pAdjusted }) =>
      pAdjusted <= search.plan.alpha ||
      (proposal.described.includes(parts) && parts.every(({ field }) => supported.has(field))),
  );
  return { ...asFindings(search, told, tested.length), combined: tested.length, method: proposal.method };
}

function adjust(
  { plan }: Search,
  measured: readonly Pick<TestedIncrement, 'increment' | 'z'>[],
): readonly TestedIncrement[] {
  const adjusted = holm(measured.map(({ z }) => normalUpperTail(z)));
  return measured
    .map((one, i) => ({ ...one, pAdjusted: acrossFamilies(adjusted[i]!, 'combined', plan) }))
    .sort((a, b) => b.z - a.z);
}
