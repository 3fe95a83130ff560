import type { Page, PageLine } from '../../stages/profile/index.ts';

/** The page as a search for any company database: every part is a filter in words. */
export interface SearchSheet {
  /** The market: what every account must have. */
  readonly must: readonly string[];
  /** What counts, with its points, most points first. */
  readonly counts: readonly { readonly points: string; readonly words: string }[];
  /** Signals that say when. */
  readonly when: readonly string[];
  /** What rules an account out. */
  readonly never: readonly string[];
}

/** Reads the search off the page; for a team that has no prospects yet. */
export function searchSheet({ market, layers, timing, anti }: Page): SearchSheet {
  return {
    must: market,
    counts: layers
      .flatMap(({ lines }) => lines)
      .map(({ points, words }) => ({ points, words }))
      .sort((a, b) => numberOf(b) - numberOf(a)),
    when: timing.map(({ words }) => words),
    never: anti.map(({ words, because }) => `${words} (${because})`),
  };
}

/** The page writes a true minus sign. */
function numberOf({ points }: Pick<PageLine, 'points'>): number {
  return Number(points.replace('−', '-'));
}
