import { countOption, queueOptions, scoringOptions, sharedOptions } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit list`. */
export const listCommand: CommandSpec = {
  name: 'list',
  summary: 'the ranked list: who to work today, why this one, why now',
  options: [
    { flags: '--top <n>', description: 'how many accounts', default: '20' },
    { flags: '--from <n>', description: 'skip the first n accounts' },
    { flags: '--tier <tiers>', description: 'only these tiers, e.g. A,B' },
    { flags: '--play <plays>', description: 'only these plays: call today, careful, sequence, out' },
    { flags: '--owner <name>', description: 'only accounts of this owner' },
    { flags: '--out', description: 'show disqualified and outside the market too' },
    sharedOptions.profile,
    sharedOptions.version,
    sharedOptions.include,
  ],
  examples: [
    { run: 'bestfit list', does: 'the first 20 accounts of the queue' },
    { run: 'bestfit list --play "call today"', does: 'A fit and a recent signal' },
    { run: 'bestfit list --top 500 --json', does: 'for a program' },
  ],
  run: async (invocation) => {
    const { workspace, options, asOf, style } = invocation;
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { listAccounts } = await import('../../../app/list-accounts.ts');
    const { showProfile } = await import('../../../app/show-profile.ts');
    const { searchSheet } = await import('../../page/index.ts');
    const { listText } = await import('../render/score-text.ts');
    const { searchSheetText } = await import('../render/search-sheet-text.ts');
    const request = {
      ...scoringOptions(invocation),
      ...queueOptions(options),
      limit: countOption(options, 'top', 1),
      offset: countOption(options, 'from') ?? 0,
      ranked: options.out !== true,
    };
    return withWorkspace(workspace, { create: false }, async (ws) => {
      const result = await listAccounts(ws, request);
      if (result.scored === 'prospects') return { json: result, text: () => listText(result, style) };
      const { name, version } = result.profile;
      const search = searchSheet((await showProfile(ws, { profile: name, version, asOf })).page);
      const text = () => `${listText(result, style)}\n\n${searchSheetText(search, style)}`;
      return { json: { ...result, search }, text };
    });
  },
};
