/** Share of one top third that is in another: 1 where all of it stays. */
export function shareThatStays(best: Uint8Array, top: Uint8Array): number {
  let stays = 0;
  let all = 0;
  for (let i = 0; i < best.length; i++) {
    all += best[i]!;
    stays += best[i]! & top[i]!;
  }
  return stays / all;
}
