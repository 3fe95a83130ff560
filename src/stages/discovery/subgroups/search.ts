import type { Gauge } from './gauge.ts';
import type { Ground } from './lay-out.ts';
import type { Prober } from './prober.ts';
import type { Counted, TopList } from './top-list.ts';
import type { SubgroupTask } from './types.ts';

/** What the exact search and the beam work with. */
export interface Search {
  readonly task: SubgroupTask;
  readonly ground: Ground;
  readonly gauge: Gauge;
  readonly prober: Prober;
  readonly top: TopList;
  /** Whether two conjunctions count as one. */
  readonly same: (a: Counted, b: Counted) => boolean;
}
