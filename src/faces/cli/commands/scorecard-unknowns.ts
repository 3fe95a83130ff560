import { scoringOptions, sharedOptions } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit scorecard unknowns`. */
export const scorecardUnknownsCommand: CommandSpec = {
  name: 'unknowns',
  summary: 'which fields are worth filling in, how far tiers can still move, how much hangs on single data',
  options: [sharedOptions.profile, sharedOptions.version, sharedOptions.include],
  examples: [
    { run: 'bestfit scorecard unknowns', does: 'fields by how many tier decisions each settles by itself' },
  ],
  run: async (invocation) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { listUnknowns } = await import('../../../app/list-unknowns.ts');
    const { scorecardUnknownsText } = await import('../render/scorecard-unknowns-text.ts');
    const result = await withWorkspace(invocation.workspace, { create: false }, (ws) =>
      listUnknowns(ws, scoringOptions(invocation)),
    );
    return { json: result, text: () => scorecardUnknownsText(result, invocation.style) };
  },
};
