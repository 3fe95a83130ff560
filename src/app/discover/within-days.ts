import type { Comparison } from './types.ts';

/** The first and the last day on which a compared thing may have begun; null is open. */
export interface Days {
  readonly since?: string | null;
  readonly until?: string | null;
}

/** The comparison of what began within days, and how many that leaves out; what has no day is left out too. */
export function withinDays(comparison: Comparison, { since = null, until = null }: Days): Comparison {
  if (since === null && until === null) return comparison;
  const kept = comparison.units.map(
    ({ on }) => on !== null && (since === null || on >= since) && (until === null || on <= until),
  );
  const left = kept.filter((keep) => !keep).length;
  const span = [since === null ? '' : ` since ${since}`, until === null ? '' : ` until ${until}`].join('');
  return {
    ...comparison,
    units: comparison.units.filter((_, i) => kept[i]),
    components: comparison.components.map(({ label, values }) => ({
      label,
      values: values.filter((_, i) => kept[i]),
    })),
    warnings: [
      ...comparison.warnings,
      `Only ${comparison.unit}s that began${span} are compared: ${left} of ${kept.length} are left out.`,
    ],
  };
}
