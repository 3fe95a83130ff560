import { daysBetween, type Truth } from '../../base/expr/index.ts';
import { type Card, decodeOutcomes } from '../scorecard/index.ts';
import { decayedPoints } from '../signals/index.ts';

/** `+3`, `-2`: points with their sign, a real minus kept plain so that spreadsheets and searches find it. */
export function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`;
}

/** Why the fit is what it is: each line that holds, with its points, in the order of the page. */
export function reasonsText(card: Card, fitCode: number): string {
  const truths = decodeOutcomes(fitCode, card.fit.length);
  return card.fit
    .filter((_, i) => truths[i] === true)
    .map((line) => `${line.label} ${signed(line.points)}`)
    .join('; ');
}

/** What is unknown: fit lines by their points, then what may disqualify, then the market. */
export function unknownText(
  card: Card,
  codes: { readonly fit: number; readonly anti: number; readonly market: number },
): string {
  const unknown = <L>(lines: readonly L[], code: number) => {
    const truths = decodeOutcomes(code, lines.length);
    return lines.filter((_, i) => truths[i] === null);
  };
  const fit = [...unknown(card.fit, codes.fit)].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const anti = unknown(card.anti, codes.anti).map(
    (line) => `may be disqualified by ${line.subject} (${line.because})`,
  );
  const market = unknown(card.market, codes.market).map(
    (line) => `may be outside the market by ${line.subject}`,
  );
  return [...new Set([...fit.map((line) => line.subject), ...anti, ...market])].join('; ');
}

/** Why an account is out: the market line it fails, or the reasons of the anti lines that hold; else null. */
export function disqualifiedText(
  card: Card,
  codes: { readonly anti: number; readonly market: number },
): string | null {
  const failed = withTruth(card.market, codes.market, false);
  if (failed.length > 0) return `outside the market: not ${failed.map((line) => line.label).join(', not ')}`;
  const hit = withTruth(card.anti, codes.anti, true);
  return hit.length === 0 ? null : hit.map((line) => line.because).join('; ');
}

function withTruth<L>(lines: readonly L[], code: number, truth: Truth): readonly L[] {
  const truths = decodeOutcomes(code, lines.length);
  return lines.filter((_, i) => truths[i] === truth);
}

/** Why now: the strongest signal, how old it is and what it is worth today; null without one. */
export function whyNowText(card: Card, line: number | null, on: string | null): string | null {
  const found = line === null ? undefined : card.timing[line];
  if (found === undefined || on === null) return null;
  const days = daysBetween(on, card.asOf);
  const worth = decayedPoints(found.points, days, found.halfLifeDays);
  const age = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `${found.event} ${age} (${signed(Number(worth.toFixed(1)))})`;
}

/** Roles found and missing at an account; both null when no people were imported. */
export function committeeText(
  card: Card,
  code: number | null,
): { readonly found: string | null; readonly missing: string | null } {
  if (code === null) return { found: null, missing: null };
  const has = (i: number) => Math.floor(code / 2 ** i) % 2 === 1;
  const names = (wanted: boolean) =>
    card.committee
      .filter((_, i) => has(i) === wanted)
      .map((figure) => figure.role)
      .join('; ');
  return { found: names(true), missing: names(false) };
}
