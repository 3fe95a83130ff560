import { spawnSync } from 'node:child_process';

/** Runs this bench again in a process of its own, so that its peak memory is that of one setting. */
export function runApart<Figure>(setting: number): Figure {
  const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, `${setting}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figure;
}
