import { BestfitError } from '../base/errors/index.ts';
import type { DiscoveryResult, Pattern } from '../stages/discovery/index.ts';

/** Ids that a refusal names, at most. */
const mostIds = 20;

/** One pattern of a discovery by its id; `pattern.missing` names those there are. */
export function findPattern(
  { patterns, asOf }: Pick<DiscoveryResult, 'patterns' | 'asOf'>,
  id: string,
): Pattern {
  const found = patterns.find((pattern) => pattern.id === id);
  if (found !== undefined) return found;
  const shown = patterns.filter(({ verdict }) => verdict !== 'none');
  const named = (shown.length > 0 ? shown : patterns).slice(0, mostIds);
  throw new BestfitError('pattern.missing', {
    pattern: id,
    asOf,
    patterns: named.map((pattern) => `\`${pattern.id}\` (${pattern.label})`),
    more: patterns.length - named.length,
  });
}
