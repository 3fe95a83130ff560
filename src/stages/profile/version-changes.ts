import { type LabelOf, plainLabel } from '../../base/expr/index.ts';
import { profileChanges } from './profile-changes.ts';
import type { ProfileChange, ProfileVersion } from './types.ts';

/** What changed between two stored versions: the page itself, who signed, and whether it was published. */
export function versionChanges(
  before: ProfileVersion,
  after: ProfileVersion,
  labelOf: LabelOf = plainLabel,
): readonly ProfileChange[] {
  const key = ({ team, by, on }: ProfileVersion['signedBy'][number]) => JSON.stringify([team, by, on]);
  const had = new Set(before.signedBy.map(key));
  const has = new Set(after.signedBy.map(key));
  return [
    ...profileChanges(before.profile, after.profile, labelOf),
    ...after.signedBy
      .filter((sign) => !had.has(key(sign)))
      .map(({ team, by, on }) => ({
        kind: 'added' as const,
        path: 'signed',
        words: `${team} signed (${by}, ${on})`,
        change: { code: 'signed' as const, params: { team, by, on } },
      })),
    ...before.signedBy
      .filter((sign) => !has.has(key(sign)))
      .map(({ team, by }) => ({
        kind: 'removed' as const,
        path: 'signed',
        words: `signature of ${team} (${by}) no longer holds`,
        change: { code: 'unsigned' as const, params: { team, by } },
      })),
    ...(before.published === after.published
      ? []
      : [
          {
            kind: 'changed' as const,
            path: 'published',
            words: after.published ? 'published' : 'no longer published',
            change: { code: after.published ? ('published' as const) : ('unpublished' as const), params: {} },
          },
        ]),
  ];
}
