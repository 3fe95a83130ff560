import { writeCondition } from '../../base/expr/index.ts';
import { fitPaths } from './fit-paths.ts';
import type { Finding, FoundEvidence, LintContext, Profile } from './types.ts';

interface Claim extends FoundEvidence {
  readonly path: string;
}

/**
 * Lines whose evidence no discovery kept here has found for their condition: typed in, brought from another workspace,
 * or left standing when the condition was changed.
 */
export function lintClaims(profile: Profile, { found }: LintContext): readonly Finding[] {
  if (found === null) return [];
  const known = new Set(found.map(keyOf));
  return claimsOf(profile)
    .filter((claim) => !known.has(keyOf(claim)))
    .map(({ evidence, path }) => ({
      rule: 'unfounded-evidence',
      code: 'unfounded-evidence',
      params: { verdict: evidence.verdict, snapshot: evidence.snapshot },
      severity: 'warning',
      message: `No discovery kept here found this evidence (${evidence.verdict}, on snapshot ${evidence.snapshot}) for this condition.`,
      remedy: 'Take the evidence off the line, or draft the line anew with `bestfit profile draft`.',
      path,
    }));
}

function claimsOf({ fit, timing, evidenceOnly }: Profile): readonly Claim[] {
  const paths = fitPaths(fit);
  const lines = [
    ...fit.map((line, at) => ({ ...line, path: paths[at]! })),
    ...timing.map((line, at) => ({ ...line, path: `timing[${at}]` })),
    ...evidenceOnly.map((line, at) => ({ ...line, path: `evidence_only[${at}]` })),
  ];
  return lines.flatMap(({ condition, evidence, path }) =>
    evidence === null ? [] : [{ condition, evidence, path }],
  );
}

function keyOf({ condition, evidence }: FoundEvidence): string {
  const { snapshot, best, rest, unknown, lift, interval, pAdjusted, verdict, needMore } = evidence;
  const counts = [best.n, best.of, rest.n, rest.of, unknown];
  const figures = [lift, ...interval, pAdjusted, needMore].map(String);
  return JSON.stringify([writeCondition(condition), snapshot, counts, figures, verdict]);
}
