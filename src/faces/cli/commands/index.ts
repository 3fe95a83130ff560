import type { CommandSpec } from '../types.ts';
import { backupCommand } from './backup.ts';
import { connectCommand } from './connect.ts';
import { demoCommand } from './demo.ts';
import { discoverCommand } from './discover.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { fieldCommand } from './field.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { judgeCommand } from './judge.ts';
import { listCommand } from './list.ts';
import { profileCommand } from './profile.ts';
import { qualityCommand } from './quality.ts';
import { ratesCommand } from './rates.ts';
import { restoreCommand } from './restore.ts';
import { scoreCommand } from './score.ts';
import { scorecardCommand } from './scorecard.ts';
import { serveCommand } from './serve.ts';
import { syncCommand } from './sync.ts';
import { undoCommand } from './undo.ts';
import { valueCommand } from './value.ts';

/** Every command, in the order of the work. */
export const commands: readonly CommandSpec[] = [
  demoCommand,
  initCommand,
  importCommand,
  undoCommand,
  connectCommand,
  syncCommand,
  qualityCommand,
  fieldCommand,
  ratesCommand,
  valueCommand,
  discoverCommand,
  profileCommand,
  scorecardCommand,
  scoreCommand,
  listCommand,
  explainCommand,
  exportCommand,
  judgeCommand,
  serveCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
];
