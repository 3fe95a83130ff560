import type { Card } from '../scorecard/index.ts';

/** Roles found and missing at an account, in the order of the page; both null when no people were imported. */
export function committeeText(
  card: Pick<Card, 'committee'>,
  code: number | null,
): { readonly found: string | null; readonly missing: string | null } {
  if (code === null) return { found: null, missing: null };
  const names = (wanted: boolean) =>
    card.committee
      .filter((_, i) => (Math.floor(code / 2 ** i) % 2 === 1) === wanted)
      .map((figure) => figure.role)
      .join('; ');
  return { found: names(true), missing: names(false) };
}
