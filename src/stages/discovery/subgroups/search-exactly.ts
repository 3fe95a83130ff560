import { clashes } from './clashes.ts';
import { createNodeQueue, type NodeQueue } from './node-queue.ts';
import { createPairBounds, type PairBounds } from './pair-bounds.ts';
import type { Search } from './search.ts';

/** A conjunction whose extensions are still to be counted. */
interface Node {
  readonly ranks: readonly number[];
  /** Selectors that may be added: those of the family from here on. */
  readonly family: Int32Array;
  readonly from: number;
  readonly bound: number;
  readonly cover: number;
  readonly maybeCover: number;
}

/** An extension that may be extended itself. */
interface Child {
  readonly rank: number;
  readonly bound: number;
  readonly cover: number;
  readonly maybeCover: number;
}

interface Exact extends Search {
  readonly queue: NodeQueue<Node>;
  readonly pairs: PairBounds;
}

/**
 * Best-first branch and bound over sets of selectors, each set reached once. The extensions of a node are ordered by
 * their bound, and each may be extended by those of a higher bound only, so that the large subtrees stand where they
 * are cut first (Webb 1995, "OPUS"). Returns null when the best are certain, else what the rest can reach at most.
 */
export function searchExactly(search: Search): number | null {
  const { ground, top, gauge } = search;
  const exact = {
    ...search,
    queue: createNodeQueue<Node>(),
    pairs: createPairBounds(ground.selectors.length),
  };
  const family = Int32Array.from(ground.selectors.keys());
  const bound = gauge.bound(ground.everything, ground.everything, { cover: 0, sum: 0 });
  const { cover } = gauge.all;
  exact.queue.push({ ranks: [], family, from: 0, bound, cover, maybeCover: cover });
  for (let node = exact.queue.pop(); node !== undefined; node = exact.queue.pop()) {
    if (node.bound < top.bar() - gauge.slack) return null;
    if (!expand(exact, node)) return node.bound;
  }
  return null;
}

/** Counts every extension of a node; false when the budget ended before. */
function expand(exact: Exact, node: Node): boolean {
  const { task, prober, pairs, top, gauge } = exact;
  const children: Child[] = [];
  const last = node.ranks.length + 1 >= task.depth;
  prober.open(node.ranks, last);
  for (let f = node.from; f < node.family.length; f++) {
    const rank = node.family[f]!;
    const bar = top.bar() - gauge.slack;
    if (pairs.rulesOut(node.ranks, rank, bar) || clashes(exact, node.ranks, rank)) continue;
    if (prober.visited >= task.budget) return false;
    const bound = boundOf(exact, node, rank);
    if (node.ranks.length === 1) pairs.set(node.ranks[0]!, rank, bound);
    if (bound >= bar)
      children.push({ rank, bound, cover: prober.inside.cover, maybeCover: prober.maybe.cover });
  }
  if (!last) enqueue(exact, node, children);
  return true;
}

/** Bound of a node with one more selector, which is offered to the top; minus infinity when it adds nothing. */
function boundOf({ task, gauge, prober, top }: Exact, node: Node, rank: number): number {
  const bound = prober.probe(rank, top.bar() - gauge.slack);
  if (bound === Number.NEGATIVE_INFINITY) return bound;
  const { inside, maybe } = prober;
  // The shorter conjunction has the same rows, and its extensions are the same.
  if (task.folded && inside.cover === node.cover && maybe.cover === node.maybeCover)
    return Number.NEGATIVE_INFINITY;
  if (gauge.quality(inside, maybe) >= top.bar()) top.offer(prober.counted([...node.ranks, rank]));
  return bound;
}

function enqueue(exact: Exact, node: Node, children: readonly Child[]): void {
  const bar = exact.top.bar() - exact.gauge.slack;
  const rising = children
    .filter(({ bound }) => bound >= bar)
    .sort((a, b) => a.bound - b.bound || a.rank - b.rank);
  const kept = exact.task.folded ? withoutTwins(exact, rising) : rising;
  const family = Int32Array.from(kept, ({ rank }) => rank);
  kept.forEach(({ rank, bound, cover, maybeCover }, c) => {
    if (c + 1 === kept.length) return;
    exact.queue.push({ ranks: [...node.ranks, rank], family, from: c + 1, bound, cover, maybeCover });
  });
}

/** Of selectors that leave the same rows of the opened node, the first: what it leads to is the same. */
function withoutTwins({ task, ground, prober }: Exact, rising: readonly Child[]): readonly Child[] {
  const kept: Child[] = [];
  const field = ({ rank }: Child): string => ground.selectors[rank]!.field;
  for (const child of rising) {
    let twin = false;
    for (let k = kept.length - 1; k >= 0 && kept[k]!.bound === child.bound && !twin; k--) {
      const other = kept[k]!;
      twin =
        other.cover === child.cover &&
        other.maybeCover === child.maybeCover &&
        (task.sameField || field(other) === field(child)) &&
        prober.alike(other.rank, child.rank);
    }
    if (!twin) kept.push(child);
  }
  return kept;
}
