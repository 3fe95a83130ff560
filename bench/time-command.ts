import { spawnSync } from 'node:child_process';

/** Wall time in milliseconds of one process of Node, its start and end included; throws when it fails. */
export function timeCommand(args: readonly string[]): number {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const elapsed = performance.now() - before;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return elapsed;
}

/** Middle, best and worst of several times, in whole milliseconds. */
export function summarizeTimes(times: readonly number[]): {
  readonly medianMs: number;
  readonly bestMs: number;
  readonly worstMs: number;
} {
  const sorted = times.map(Math.round).toSorted((a, b) => a - b);
  return {
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    bestMs: sorted[0] ?? 0,
    worstMs: sorted.at(-1) ?? 0,
  };
}
