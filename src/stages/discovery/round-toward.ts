/**
 * The roundest number between two: at `from` or on the way to `limit`, which it must not reach. Multiples of the
 * largest power of ten (or five times one) win, the one nearest to `from` among them. So a window over the values 21
 * to 118 reads 20-120 when no other value lies between.
 *
 * @example
 * roundToward(21, 18); // 20
 * roundToward(118, 131); // 120
 */
export function roundToward(from: number, limit: number): number {
  const gap = Math.abs(limit - from);
  if (!Number.isFinite(from) || gap === 0) return from;
  const top = Math.ceil(
    Math.log10(Math.max(Math.abs(from), Number.isFinite(limit) ? Math.abs(limit) : 0, 1)),
  );
  for (let power = top; power > top - 15; power--) {
    for (const step of [10 ** power, 5 * 10 ** (power - 1)]) {
      const multiple = limit > from ? Math.ceil(from / step) : Math.floor(from / step);
      const candidate = Number((multiple * step).toPrecision(12)) + 0;
      if (limit > from ? candidate >= from && candidate < limit : candidate <= from && candidate > limit)
        return candidate;
    }
  }
  return from;
}
