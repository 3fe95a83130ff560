import type { CandidateField, DiscoveryResult, Pattern } from './types.ts';

/** Share difference from which an effect is unusual for something known before the sale. */
const UNUSUAL = 0.5;

/** Fields that set the groups apart unusually well while nobody has said when they become known. */
export function askWhenKnown(
  patterns: readonly Pattern[],
  fields: readonly CandidateField[],
): DiscoveryResult['asks'] {
  const asked = new Map<string, DiscoveryResult['asks'][number]>();
  for (const { field: id, verdict, best, rest } of patterns.filter(({ parts }) => parts.length === 0)) {
    const field = fields.find((candidate) => candidate.id === id);
    const strong = Math.abs(best.n / best.of - rest.n / rest.of) >= UNUSUAL;
    if (field?.known !== 'unknown' || asked.has(id)) continue;
    if (verdict !== 'supported' && !(strong && verdict === 'suggestive')) continue;
    const why = `Is ${field.label} known before the sale, or only after it? It holds for ${best.n} of ${best.of} against ${rest.n} of ${rest.of}, which is unusually far apart.`;
    asked.set(id, { field: id, label: field.label, why });
  }
  return [...asked.values()];
}
