import type { FitLine } from './types.ts';

/** The place of each fit line on the written page: `fit.firmographic[1]`. */
export function fitPaths(fit: readonly FitLine[]): readonly string[] {
  const seen = new Map<string, number>();
  return fit.map(({ layer }) => {
    const at = seen.get(layer) ?? 0;
    seen.set(layer, at + 1);
    return `fit.${layer}[${at}]`;
  });
}
