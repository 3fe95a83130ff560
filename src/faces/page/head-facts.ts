import type { Page } from '../../stages/profile/index.ts';

/** The small print under the name: version, data, review; signatures follow it. */
export function headFacts({
  version,
  published,
  createdAt,
  createdBy,
  snapshot,
  review,
}: Page['head']): readonly string[] {
  return [
    `Version ${version}${published ? '' : ' (not published)'}, ${createdAt} by ${createdBy}`,
    snapshot === null ? 'no data yet' : `snapshot ${snapshot}`,
    `review ${review}`,
  ];
}

/** Who signed, in words; null when nobody did. */
export function signatures({ signatures: signed }: Page['head']): string | null {
  return signed.length === 0
    ? null
    : `signed by ${signed.map(({ team, by }) => `${team} (${by})`).join(', ')}`;
}
