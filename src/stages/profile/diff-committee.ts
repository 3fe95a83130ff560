import type { CommitteeFigure, ProfileChange } from './types.ts';

/** Differences between two committees: figures are the same when their role is. */
export function diffCommittee(
  before: readonly CommitteeFigure[],
  after: readonly CommitteeFigure[],
): readonly ProfileChange[] {
  const left = [...before];
  const changes: ProfileChange[] = [];
  for (const figure of after) {
    const at = left.findIndex(({ role }) => role === figure.role);
    const known = at < 0 ? null : left.splice(at, 1)[0]!;
    if (known === null) changes.push(cameOrWent('added', figure));
    else changes.push(...figureChanges(known, figure));
  }
  return [...changes, ...left.map((figure) => cameOrWent('removed', figure))];
}

function cameOrWent(kind: 'added' | 'removed', { role }: CommitteeFigure): ProfileChange {
  return {
    kind,
    path: 'committee',
    words: `committee figure ${kind}: ${role}`,
    change: { code: `figure-${kind}`, params: { role } },
  };
}

function figureChanges(before: CommitteeFigure, after: CommitteeFigure): readonly ProfileChange[] {
  const parts = [
    { what: 'titles', from: before.titles.join(', '), to: after.titles.join(', ') },
    { what: 'motive', from: before.caresAbout, to: after.caresAbout },
    { what: 'angle', from: before.angle, to: after.angle },
    { what: 'channel', from: before.channel, to: after.channel },
  ];
  return parts
    .filter(({ from, to }) => from !== to)
    .map(({ what, from, to }) => ({
      kind: 'changed' as const,
      path: 'committee',
      words: `${what} of the ${after.role} changed from ${from || 'open'} to ${to || 'open'}`,
      change: {
        code: 'figure' as const,
        params: { role: after.role, what, from: from || null, to: to || null },
      },
    }));
}
