/**
 * How far two groups are the same: members of both over members of either. The groups are marks over the same
 * records, anything but 0 being a member. Two empty groups are the same: 1.
 *
 * @example
 * jaccard([1, 1, 0, 0], [0, 1, 1, 0]); // 1/3
 */
export function jaccard(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    const inA = a[i] !== 0;
    const inB = b[i] !== 0;
    if (inA && inB) both++;
    if (inA || inB) either++;
  }
  return either === 0 ? 1 : both / either;
}
