import type { Tally } from './gauge.ts';

/** A conjunction that was counted. */
export interface Counted {
  /** Places of its selectors on the ground, ascending. */
  readonly ranks: readonly number[];
  readonly inside: Readonly<Tally>;
  readonly maybe: Readonly<Tally>;
  readonly quality: number;
}

/** The best conjunctions offered so far. */
export interface TopList {
  /** The quality that a newcomer must reach: that of the last place once all are taken. */
  readonly bar: () => number;
  readonly offer: (counted: Counted) => void;
  /** The best first. */
  readonly entries: () => readonly Counted[];
}

/**
 * Keeps the best conjunctions: higher quality first, then fewer conditions, then the first selectors. Of two that are
 * the same the one that ranks first stays, so that the list does not hang on the order of the offers.
 *
 * @param floor only a higher quality is kept.
 * @param same whether two conjunctions are one.
 */
export function createTopList({
  keep,
  floor,
  same,
}: {
  readonly keep: number;
  readonly floor: number;
  readonly same: (a: Counted, b: Counted) => boolean;
}): TopList {
  const entries: Counted[] = [];
  const full = (): boolean => entries.length >= keep;
  const offer = (counted: Counted): void => {
    if (counted.quality <= floor) return;
    if (full() && compareRank(counted, entries.at(-1)!) >= 0) return;
    const twin = entries.findIndex((entry) => same(entry, counted));
    if (twin >= 0 && compareRank(counted, entries[twin]!) >= 0) return;
    if (twin >= 0) entries.splice(twin, 1);
    const place = entries.findIndex((entry) => compareRank(counted, entry) < 0);
    entries.splice(place < 0 ? entries.length : place, 0, counted);
    if (entries.length > keep) entries.pop();
  };
  return { bar: () => (full() ? entries.at(-1)!.quality : floor), offer, entries: () => entries };
}

function compareRank(a: Counted, b: Counted): number {
  if (a.quality !== b.quality) return b.quality - a.quality;
  if (a.ranks.length !== b.ranks.length) return a.ranks.length - b.ranks.length;
  const differs = a.ranks.findIndex((rank, i) => rank !== b.ranks[i]);
  return differs < 0 ? 0 : a.ranks[differs]! - b.ranks[differs]!;
}
