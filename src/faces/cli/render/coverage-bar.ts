const cells = 10;

/**
 * A share as a bar of ten cells with its percentage; never full or empty unless the share is.
 *
 * @example
 * coverageBar({ known: 25, of: 100 }); // '███░░░░░░░  25%'
 */
export function coverageBar({ known, of }: { readonly known: number; readonly of: number }): string {
  const share = of === 0 ? 0 : known / of;
  const whole = Math.round(share * cells);
  const full = known === 0 ? 0 : known === of ? cells : Math.min(cells - 1, Math.max(1, whole));
  const percent = known === of ? 100 : Math.min(99, Math.max(known === 0 ? 0 : 1, Math.round(100 * share)));
  const words = of === 0 ? '   -' : `${percent}%`.padStart(4);
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${words}`;
}
