import type { Finding, Profile } from './types.ts';

/** Lines that stand on intuition: believed, never measured. */
export function lintEvidence({ fit, timing }: Profile): readonly Finding[] {
  const lines = [...fit, ...timing].filter(({ points }) => points !== 0);
  const bare = lines.filter(({ evidence }) => evidence === null);
  if (bare.length === 0) return [];
  return [
    {
      rule: 'no-evidence',
      code: 'no-evidence',
      params: { count: bare.length, lines: lines.length },
      severity: 'warning',
      message: `${bare.length} of ${lines.length} lines that score carry no evidence: intuition until tested.`,
      remedy: 'Record them as hypotheses, import customers and run `bestfit discover`.',
      path: null,
    },
  ];
}
