import type { CommandSpec } from '../types.ts';
import { scorecardSetCommand } from './scorecard-set.ts';
import { scorecardTiersCommand } from './scorecard-tiers.ts';
import { scorecardUnknownsCommand } from './scorecard-unknowns.ts';

/** The command `bestfit scorecard`. */
export const scorecardCommand: CommandSpec = {
  name: 'scorecard',
  summary: 'points and tiers: change them and see at once who moves, and what the unknowns can change',
  examples: [
    { run: 'bestfit scorecard set "employees 20-120" 2', does: 'what two points for a line would change' },
    { run: 'bestfit scorecard tiers --capacity 10%,20%,30%', does: 'tiers as large as can be worked' },
    { run: 'bestfit scorecard unknowns', does: 'which field to fill in first' },
  ],
  commands: [scorecardSetCommand, scorecardTiersCommand, scorecardUnknownsCommand],
};
