import { countOption, includeOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

export const scoreCommand: CommandSpec = {
  name: 'score',
  summary: 'score all prospects with the profile and store the ranked table',
  options: [sharedOptions.profile, sharedOptions.version, sharedOptions.include],
  examples: [
    { run: 'bestfit score', does: 'tiers, what is unknown, and the top ten' },
    { run: 'bestfit score --include customers', does: 'score present customers too' },
  ],
  run: async ({ workspace, options, asOf, now, style, progress }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { scoreAccounts } = await import('../../../app/score-accounts.ts');
    const { scoreText } = await import('../render/score-text.ts');
    const request = {
      profile: textOption(options, 'profile'),
      version: countOption(options, 'versionOf', 1),
      include: includeOption(options),
      asOf,
      at: now,
      onProgress: progress,
    };
    const scored = await withWorkspace(workspace, { create: false }, (ws) => scoreAccounts(ws, request));
    return { json: scored.result, text: () => scoreText(scored.result, style) };
  },
};
