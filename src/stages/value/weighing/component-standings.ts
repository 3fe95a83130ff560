import type { ComponentColumn, ComponentStanding, LeftOut } from './types.ts';

/**
 * Which components count: those with a weight, known for at least half of the customers (or for any, when the weight
 * was given), not the same for everyone, and not said by another that counts.
 */
export function componentStandings(components: readonly ComponentColumn[]): readonly ComponentStanding[] {
  const standings: ComponentStanding[] = [];
  for (const component of components) {
    const own = standingOf(component);
    const rival = component.standsFor === null ? undefined : standings[component.standsFor];
    const said = !component.given && own.leftOut === null && rival?.leftOut === null;
    standings.push(said ? { ...own, leftOut: 'said-by-another' } : own);
  }
  return standings;
}

function standingOf(component: ComponentColumn): ComponentStanding {
  const known = component.percentiles.reduce(
    (sum, percentile) => sum + (Number.isNaN(percentile) ? 0 : 1),
    0,
  );
  const spread = standardDeviation(component.percentiles, known);
  return { known, spread, leftOut: whyLeftOut(component, known, spread) };
}

function whyLeftOut(
  { weight, given, percentiles }: ComponentColumn,
  known: number,
  spread: number,
): LeftOut | null {
  if (weight === 0) return given ? 'weight-zero' : 'only-when-asked';
  if (known === 0) return 'unknown';
  if (!given && known < percentiles.length / 2) return 'rarely-known';
  return spread === 0 ? 'constant' : null;
}

function standardDeviation(percentiles: Float64Array, known: number): number {
  let sum = 0;
  for (const percentile of percentiles) if (!Number.isNaN(percentile)) sum += percentile;
  const centre = sum / known;
  let squares = 0;
  for (const percentile of percentiles) if (!Number.isNaN(percentile)) squares += (percentile - centre) ** 2;
  const spread = Math.sqrt(squares / known);
  return spread > 1e-12 ? spread : 0;
}
