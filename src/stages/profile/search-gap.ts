import type { Field } from '../dataset/index.ts';

/** Share of prospects for whom a field must be known before it can be searched by (design, section 6). */
export const searchableShare = 0.2;

/** Why a field cannot be searched among prospects, in words; null when it can, or when there are no prospects. */
export function searchGap(field: Field): string | null {
  if (field.prospects === null || field.prospects.of === 0) return null;
  const { known, of } = field.prospects;
  if (known / of >= searchableShare) return null;
  const percent = Math.floor((100 * known) / of);
  return `known for ${known} of ${of} prospects (${percent}%); a search needs at least ${100 * searchableShare}%`;
}
