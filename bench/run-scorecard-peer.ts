import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What FasterRisk took for one fold, run beside ours. */
export interface PeerTime {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/**
 * Runs FasterRisk on the training rows of fold 0 of a file, one thread. Null where BESTFIT_PEER_PYTHON does not name a
 * Python that has it.
 */
export function runScorecardPeer(data: string, name: string, k: number): PeerTime | null {
  const python = process.env.BESTFIT_PEER_PYTHON ?? '';
  if (python === '') return null;
  const csv = join(data, 'riskslim_benchmarks', `${name}_data.csv`);
  const folds = join(data, '..', 'peers', 'folds', `${name}.csv`);
  const script = ['bench/scorecard-peer.py', csv, folds, JSON.stringify({ k, folds: [0] })];
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { status, stdout, stderr } = spawnSync(python, script, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout.trim().split('\n').at(-1)!) as readonly PeerTime[])[0]!;
}
