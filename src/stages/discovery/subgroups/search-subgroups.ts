import { type Gauge, referenceOf } from './gauge.ts';
import { createLabelGauge } from './label-gauge.ts';
import { type Ground, layOut } from './lay-out.ts';
import { Prober } from './prober.ts';
import { sameRanks } from './same-ranks.ts';
import { createSameRows } from './same-rows.ts';
import type { Search } from './search.ts';
import { searchBeam } from './search-beam.ts';
import { searchExactly } from './search-exactly.ts';
import { type Counted, createTopList } from './top-list.ts';
import type { Subgroup, SubgroupResult, SubgroupTask } from './types.ts';
import { createValueGauge } from './value-gauge.ts';

/**
 * Finds the conjunctions of conditions in which a label is most frequent, or a value highest, for their size (subgroup
 * discovery: Kloesgen 1996; Wrobel 1997). The answer is the true optimum of the quality as long as the budget lasts.
 * Rows of which a conjunction is not known are neither inside nor outside. It says what is, not what chance explains.
 *
 * @example
 * const { top, method } = searchSubgroups({ ...task, depth: 3, keep: 10, sizePower: 1 });
 * top[0]?.selectors; // the best conjunction; `method` says whether that is certain
 */
export function searchSubgroups(task: SubgroupTask): SubgroupResult {
  const ground = layOut(task);
  const gauge = createGauge(ground, task);
  const same = task.folded ? createSameRows(ground) : sameRanks;
  const prober = new Prober(ground, gauge, task.leastCover);
  const top = createTopList({ keep: task.keep, floor: gauge.floor, same });
  const search: Search = { task, ground, gauge, prober, top, same };
  const atMost = searchExactly(search);
  if (atMost !== null) searchBeam(search);
  return {
    kind: 'subgroups',
    method: atMost === null ? 'exact' : 'beam',
    rows: ground.size,
    top: top.entries().map((counted) => describe(counted, search)),
    visited: prober.visited,
    atMost,
  };
}

function createGauge(ground: Ground, task: SubgroupTask): Gauge {
  const { values } = ground;
  return values === null ? createLabelGauge(ground, task) : createValueGauge({ ...ground, values }, task);
}

function describe({ ranks, inside, maybe, quality }: Counted, { ground, gauge }: Search): Subgroup {
  return {
    selectors: ranks.map((rank) => ground.selectors[rank]!.index),
    cover: inside.cover,
    positives: ground.values === null ? inside.sum : null,
    mean: inside.sum / inside.cover,
    reference: referenceOf(gauge.all, inside, maybe),
    unknown: maybe.cover - inside.cover,
    quality,
  };
}
