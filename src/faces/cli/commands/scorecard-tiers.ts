import { saveOptions, savingOptions, scoringOptions, sharedOptions } from '../options.ts';
import { tiersOption } from '../tiers-option.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit scorecard tiers`. */
export const scorecardTiersCommand: CommandSpec = {
  name: 'tiers',
  summary: 'what each tier holds and promises, and other cut-offs; nothing is kept without --save',
  options: [
    {
      flags: '--capacity <a,b,c>',
      description:
        'tiers as large as can be worked: shares of the market (10%,20%,30%) or accounts (200,500)',
    },
    { flags: '--points <a,b,c>', description: 'tiers from these points on, falling: 9,6,3' },
    {
      flags: '--probability <a,b,c>',
      description: 'tiers that promise at least these rates, falling: 50%,30%,10%; needs a validated page',
    },
    ...saveOptions,
    sharedOptions.profile,
    sharedOptions.version,
    sharedOptions.include,
  ],
  examples: [
    { run: 'bestfit scorecard tiers', does: 'the tiers of the page, and what is a qualified lead' },
    {
      run: 'bestfit scorecard tiers --capacity 10%,20%,30%',
      does: 'the top 10% are A, the next 20% B, the next 30% C, as near as totals allow',
    },
    { run: 'bestfit scorecard tiers --capacity 200,500', does: '200 accounts in A, the next 500 in B' },
    { run: 'bestfit scorecard tiers --points 9,6,3 --save', does: 'a new version of the page with these' },
  ],
  run: async (invocation) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { setTiers } = await import('../../../app/set-tiers.ts');
    const { scorecardTiersText } = await import('../render/scorecard-tiers-text.ts');
    const request = {
      ...scoringOptions(invocation),
      ...savingOptions(invocation),
      ask: tiersOption(invocation.options),
    };
    const result = await withWorkspace(invocation.workspace, { create: false }, (ws) =>
      setTiers(ws, request),
    );
    return { json: result, text: () => scorecardTiersText(result, invocation.style) };
  },
};
