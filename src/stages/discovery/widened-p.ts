import { normalQuantile, twoSidedP } from '../../base/stats/index.ts';
import { designEffect } from './clusters.ts';
import type { Sample } from './sample.ts';

/** A two-sided p-value of a share after its z has been divided by the root of the design effect of clusters. */
export function widenedP(p: number, inside: Float64Array, { clusters, label }: Sample): number {
  if (clusters === null) return Math.min(1, p);
  const effect = designEffect(Float64Array.from(label), inside, clusters);
  const z = -normalQuantile(Math.min(1, Math.max(p, 1e-300)) / 2);
  return twoSidedP(z / Math.sqrt(effect));
}
