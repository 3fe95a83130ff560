import { clashes } from './clashes.ts';
import type { Search } from './search.ts';
import { createTopList } from './top-list.ts';

const WIDTH = 100;

/**
 * Extends the best conjunctions of each length by one condition, up to the depth: quick, and without any promise to
 * find the best. What it finds joins the top list.
 */
export function searchBeam(search: Search): void {
  const { task, ground, gauge, prober, top, same } = search;
  let beam: readonly (readonly number[])[] = [[]];
  for (let length = 1; length <= task.depth; length++) {
    const next = createTopList({ keep: WIDTH, floor: gauge.floor, same });
    for (const ranks of beam) {
      prober.open(ranks, length === task.depth);
      for (const rank of ground.selectors.keys()) {
        if (ranks.includes(rank) || clashes(search, ranks, rank)) continue;
        const bar = Math.min(next.bar(), top.bar()) - gauge.slack;
        if (prober.probe(rank, bar) === Number.NEGATIVE_INFINITY) continue;
        const counted = prober.counted([...ranks, rank]);
        next.offer(counted);
        top.offer(counted);
      }
    }
    beam = next.entries().map(({ ranks }) => ranks);
  }
}
