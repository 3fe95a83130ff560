import type { Truth } from '../../base/expr/index.ts';
import { type Card, decodeOutcomes } from '../scorecard/index.ts';

/** Why an account is out: the market lines it fails, else the reasons of the anti lines that hold, else null. */
export function disqualifiedText(
  card: Card,
  codes: { readonly anti: number; readonly market: number },
): string | null {
  const failed = withTruth(card.market, codes.market, false);
  if (failed.length > 0)
    return `outside the market, which asks: ${failed.map((line) => line.label).join('; ')}`;
  const hit = withTruth(card.anti, codes.anti, true);
  return hit.length === 0 ? null : [...new Set(hit.map((line) => line.because))].join('; ');
}

function withTruth<L>(lines: readonly L[], code: number, truth: Truth): readonly L[] {
  const truths = decodeOutcomes(code, lines.length);
  return lines.filter((_, i) => truths[i] === truth);
}
