import type { FitLine } from './types.ts';

/**
 * The most points that one account can reach: the positive lines, counting only the best of several value lists
 * over one field (an account has one industry).
 */
export function attainablePoints(fit: readonly Pick<FitLine, 'condition' | 'points'>[]): number {
  const byField = new Map<string, number>();
  let total = 0;
  for (const { condition, points } of fit) {
    if (points <= 0) continue;
    if (condition.op === 'any') {
      byField.set(condition.field, Math.max(points, byField.get(condition.field) ?? 0));
    } else {
      total += points;
    }
  }
  for (const points of byField.values()) total += points;
  return total;
}
