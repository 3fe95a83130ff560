import type { Readings } from './percentiles-by-kind.ts';

/**
 * Names the kinds that occur, with their numbers where there is more than one: `NPS (21) or CSAT (4), each among its
 * own kind`.
 */
export function describeKinds(readings: Readings, name: (kind: number, label: string) => string): string {
  const counts = new Int32Array(readings.kinds.length);
  for (const kind of readings.kindOf) if (kind >= 0) counts[kind]!++;
  const used = [...counts.keys()].filter((kind) => counts[kind]! > 0);
  if (used.length === 0) return readings.kinds[0]!;
  if (used.length === 1) return name(used[0]!, readings.kinds[used[0]!]!);
  const listed = used.map((kind) => `${name(kind, readings.kinds[kind]!)} (${counts[kind]})`);
  return `${listed.join(' or ')}, each among its own kind`;
}
