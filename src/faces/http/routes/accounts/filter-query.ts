import { z } from 'zod';
import type { AccountFilters } from '../../../../app/account-filters.ts';
import { play, standing, tier, timing } from './parts.ts';

const some = <T extends z.ZodType>(of: T) => z.union([of, z.array(of)]).optional();
const texts = some(z.string()).describe('Any of these values; an empty text stands for not known.');

/** Which accounts to show; a name may be given several times, any of its values will do. */
export const filterQuery = {
  search: z.string().max(200).optional().describe('A part of the name, the domain or the id.'),
  standing: some(standing),
  tier: some(tier),
  timing: some(timing),
  play: some(play),
  owner: texts,
  country: texts,
  industry: texts,
  needsData: z.enum(['true', 'false']).optional().describe('Whether the tier depends on something unknown.'),
};

type Asked = z.infer<z.ZodObject<typeof filterQuery>>;

/** The filters that a query asks for. */
export function filtersFrom(asked: Asked): AccountFilters {
  return {
    search: asked.search === undefined || asked.search.trim() === '' ? null : asked.search,
    standings: listOf(asked.standing),
    tiers: listOf(asked.tier),
    timings: listOf(asked.timing),
    plays: listOf(asked.play),
    owners: listOf(asked.owner).map(orUnknown),
    countries: listOf(asked.country).map(orUnknown),
    industries: listOf(asked.industry).map(orUnknown),
    needsData: asked.needsData === undefined ? null : asked.needsData === 'true',
  };
}

function listOf<T>(of: T | readonly T[] | undefined): readonly T[] {
  if (of === undefined) return [];
  return Array.isArray(of) ? (of as readonly T[]) : [of as T];
}

function orUnknown(value: string): string | null {
  return value === '' ? null : value;
}
