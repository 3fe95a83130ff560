import type { CommandSpec } from '../types.ts';
import { scorecardLearnCommand } from './scorecard-learn.ts';

/** The command `bestfit scorecard`. */
export const scorecardCommand: CommandSpec = {
  name: 'scorecard',
  summary: 'the points: learn them from customers and see how they hold',
  examples: [
    {
      run: 'bestfit scorecard learn',
      does: 'points learned from your customers, held to customers not seen',
    },
  ],
  commands: [scorecardLearnCommand],
};
