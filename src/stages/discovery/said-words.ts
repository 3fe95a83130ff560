/** What a person of a team said of a pattern or an account. */
export interface Said {
  readonly team: string;
  readonly kind: string;
  readonly reason: string;
}

/**
 * What people said, in words: it stands beside the figures and changes none.
 *
 * @example
 * saidWords([{ team: 'sales', kind: 'agree', reason: 'our partner is there' }]); // 'sales agrees (our partner is there)'
 */
export function saidWords(said: readonly Said[]): string {
  return said.map(({ team, kind, reason }) => `${team} ${verbOf(kind)} (${reason})`).join('; ');
}

function verbOf(kind: string): string {
  if (kind === 'agree' || kind === 'disagree') return `${kind}s`;
  return kind === 'note' ? 'notes' : `says ${kind.replaceAll('-', ' ')}`;
}
