import { scoringOptions, sharedOptions } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit score`. */
export const scoreCommand: CommandSpec = {
  name: 'score',
  summary: 'score all prospects with the profile and store the ranked table',
  options: [
    { flags: '--counts', description: 'only count the tiers, in a fraction of the time; nothing is stored' },
    sharedOptions.profile,
    sharedOptions.version,
    sharedOptions.include,
  ],
  examples: [
    { run: 'bestfit score', does: 'tiers, what is unknown, and the top ten' },
    {
      run: 'bestfit score --counts --profile "Private clinics"',
      does: 'how many accounts another page finds',
    },
    { run: 'bestfit score --include customers', does: 'score present customers too' },
  ],
  run: async (invocation) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { scoreAccounts } = await import('../../../app/score-accounts.ts');
    const { countsText, scoreText } = await import('../render/score-text.ts');
    const request = scoringOptions(invocation);
    if (invocation.options.counts === true) {
      const { countTiers } = await import('../../../app/count-tiers.ts');
      const counts = await withWorkspace(invocation.workspace, { create: false }, (ws) =>
        countTiers(ws, request),
      );
      return { json: counts, text: () => countsText(counts, invocation.style) };
    }
    const scored = await withWorkspace(invocation.workspace, { create: false }, (ws) =>
      scoreAccounts(ws, request),
    );
    return { json: scored.result, text: () => scoreText(scored.result, invocation.style) };
  },
};
