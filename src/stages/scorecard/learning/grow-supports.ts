import { fitSupport } from './fit-support.ts';
import type { Weighted } from './fit-weights.ts';
import { groupBy, splitGroups } from './groups.ts';
import { mayJoin } from './may-join.ts';
import { mostWeight } from './most-weight.ts';
import { rateColumns } from './rate-columns.ts';
import type { Search } from './search.ts';

/** How wide the beam is, and how many supports are fitted to fill it. */
const WIDTH = 6;
const FITTED = 18;
/** Supports fitted for the pool, and the largest share of the loss that they may cost more than the best. */
const POOL = 30;
const GAP = 0.05;

/** One more column for a support, and the loss to expect of it. */
interface Proposal {
  readonly name: string;
  readonly parent: Weighted;
  readonly column: number;
  readonly expected: number;
}

/** The best supports of up to the most conditions that a beam finds: each step adds the columns that help most. */
export function growSupports(task: Search): readonly Weighted[] {
  const required = task.limits.flatMap((limit, column) => (limit.required ? [column] : []));
  let beam: readonly Weighted[] = [fitSupport(task, groupBy(task.records, required), null)];
  for (let size = required.length; size < task.most; size++) {
    const children = fitBest(task, beam, FITTED);
    if (children.length === 0) break;
    beam = children.slice(0, WIDTH);
  }
  return beam;
}

/** More supports that are nearly as good: each column of the best one gives way to others. */
export function diversify(task: Search, beam: readonly Weighted[]): readonly Weighted[] {
  const best = beam[0]!;
  const parents = best.groups.support
    .filter((column) => !task.limits[column]!.required)
    .map((column) => {
      const rest = best.groups.support.filter((other) => other !== column);
      return fitSupport(task, groupBy(task.records, rest), best);
    });
  const known = new Set(beam.map(({ groups }) => nameOf(groups.support)));
  const others = fitBest(task, parents, POOL).filter(({ groups }) => !known.has(nameOf(groups.support)));
  const fits = [...beam, ...others].sort((a, b) => a.loss - b.loss);
  return fits.filter(({ loss }) => loss <= (1 + GAP) * fits[0]!.loss + 1);
}

/** Fits the most promising supports with one column more, the best first. */
function fitBest(task: Search, parents: readonly Weighted[], count: number): readonly Weighted[] {
  const proposals = new Map<string, Proposal>();
  for (const proposal of parents.flatMap((parent) => propose(task, parent))) {
    const known = proposals.get(proposal.name);
    if (known === undefined || proposal.expected < known.expected) proposals.set(proposal.name, proposal);
  }
  return [...proposals.values()]
    .sort((a, b) => a.expected - b.expected)
    .slice(0, count)
    .map(({ parent, column }) => fitSupport(task, splitGroups(task.records, parent.groups, column), parent))
    .sort((a, b) => a.loss - b.loss);
}

function propose(task: Search, parent: Weighted): readonly Proposal[] {
  const asked = { logOdds: logOddsOf(parent), most: mostWeight(task) };
  const { gains, weights } = rateColumns(task.records, parent.groups, asked);
  const { support } = parent.groups;
  return Array.from(gains, (gain, column) => ({ gain, column }))
    .filter(({ gain, column }) => {
      const { low, high } = task.limits[column]!;
      const wanted = weights[column]! > 0 ? high > 0 : low < 0;
      return gain > 0 && wanted && mayJoin(task, support, column);
    })
    .map(({ gain, column }) => {
      return { name: nameOf([...support, column]), parent, column, expected: parent.loss - gain };
    });
}

function logOddsOf({ groups, base, weights }: Weighted): Float64Array {
  const logOdds = new Float64Array(groups.size).fill(base);
  groups.values.forEach((values, i) => {
    for (let group = 0; group < groups.size; group++) logOdds[group]! += weights[i]! * values[group]!;
  });
  return logOdds;
}

function nameOf(support: readonly number[]): string {
  return support.toSorted((a, b) => a - b).join();
}
