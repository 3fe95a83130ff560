import type { CommandSpec } from '../types.ts';
import { scorecardCompareCommand } from './scorecard-compare.ts';
import { scorecardLearnCommand } from './scorecard-learn.ts';
import { scorecardSetCommand } from './scorecard-set.ts';
import { scorecardTiersCommand } from './scorecard-tiers.ts';
import { scorecardUnknownsCommand } from './scorecard-unknowns.ts';

/** The command `bestfit scorecard`. */
export const scorecardCommand: CommandSpec = {
  name: 'scorecard',
  summary: 'points and tiers: learn them from customers, change them and see at once who moves',
  examples: [
    {
      run: 'bestfit scorecard learn',
      does: 'points learned from your customers, held to customers not seen',
    },
    { run: 'bestfit scorecard set "employees 20-120" 2', does: 'what two points for a line would change' },
    { run: 'bestfit scorecard tiers --capacity 10%,20%,30%', does: 'tiers as large as can be worked' },
    { run: 'bestfit scorecard unknowns', does: 'which field to fill in first' },
  ],
  commands: [
    scorecardLearnCommand,
    scorecardSetCommand,
    scorecardTiersCommand,
    scorecardUnknownsCommand,
    scorecardCompareCommand,
  ],
};
